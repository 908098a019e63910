import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { VersionsSection } from '../catalogue/versions.page.tsx'
import { Button } from '../ui/Button.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatNumber } from '../values/format.ts'
import { layoutText as text } from './layout.text.ts'

type Entry = CatalogueEntry<'monthly-layout'>

/** What a layout has been, the latest first. An earlier one is used again as a version after the latest. */
export function LayoutVersions({ entry, mayEdit }: { entry: Entry; mayEdit: boolean }) {
  const { mutate, isPending } = useSaveEntry('monthly-layout', ['authority-files'])
  const restore = ({ body }: Entry) =>
    mutate(
      { key: entry.key, seen: entry.version, body, before: entry.body, said: text.form.saved },
      { onError: ({ message }) => showToast(message) },
    )
  const use = (each: Entry) => (
    <Button key="use" size="small" onPress={() => restore(each)} isDisabled={isPending}>
      {text.useVersion(each.version)}
    </Button>
  )
  return (
    <VersionsSection
      title={text.versions}
      lead={text.versionsLead}
      kind="monthly-layout"
      entry={entry}
      columns={[
        {
          ...{ id: 'fields', label: text.versionColumns.fields, numeric: true },
          cell: ({ body }) => formatNumber(body.fields.length),
        },
        { id: 'source', label: text.versionColumns.source, cell: ({ body }) => body.source },
        {
          ...{ id: 'use', label: text.versionColumns.use },
          cell: (each) => (each.version === entry.version ? text.inForce : mayEdit ? use(each) : ''),
        },
      ]}
    />
  )
}
