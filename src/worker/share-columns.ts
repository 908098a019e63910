/**
 * The same value with its columns in memory that threads share: they go to a thread without being copied, which for a large
 * municipality is a hundred megabytes and holds the server up. Only for columns that are never changed.
 */
export function shareColumns<Value extends object>(value: Value): Value {
  const parts = Object.entries(value).map(([name, part]: [string, unknown]) => [name, shared(part)])
  return Object.fromEntries(parts) as Value
}

function shared(part: unknown): unknown {
  if (part instanceof Float64Array) return filled(new Float64Array(memoryFor(part)), part)
  if (part instanceof Int32Array) return filled(new Int32Array(memoryFor(part)), part)
  if (part instanceof Int16Array) return filled(new Int16Array(memoryFor(part)), part)
  if (part instanceof Uint8Array) return filled(new Uint8Array(memoryFor(part)), part)
  return isPlain(part) ? shareColumns(part) : part
}

const memoryFor = ({ byteLength }: ArrayBufferView) => new SharedArrayBuffer(byteLength)

function filled<Column extends { set: (from: Column) => void }>(column: Column, from: Column): Column {
  column.set(from)
  return column
}

const isPlain = (part: unknown): part is object =>
  typeof part === 'object' && part !== null && Object.getPrototypeOf(part) === Object.prototype
