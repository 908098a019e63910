import { useQuery } from '@tanstack/react-query'
import type { CatalogueEntry } from '../catalogue/catalogue-bodies.ts'
import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { get } from '../ui/api.ts'
import { Button } from '../ui/Button.tsx'
import { Loaded } from '../ui/Loaded.tsx'
import { Section } from '../ui/Page.tsx'
import { Table } from '../ui/Table.tsx'
import { showToast } from '../ui/Toast.tsx'
import { formatMoment, formatNumber } from '../values/format.ts'
import { layoutText as text } from './layout.text.ts'

type Entry = CatalogueEntry<'monthly-layout'>

/** What a layout has been, the latest first. An earlier one is used again as a version after the latest. */
export function LayoutVersions({ entry, mayEdit }: { entry: Entry; mayEdit: boolean }) {
  const query = useQuery({
    queryKey: ['authority-files', 'layouts', entry.key, 'versions'],
    queryFn: ({ signal }) =>
      get<{ versions: Entry[] }>(`/api/catalogue/monthly-layout/${entry.key}/versions`, {}, signal),
  })
  const { mutate, isPending } = useSaveEntry('monthly-layout', ['authority-files'])
  const restore = ({ body }: Entry) =>
    mutate(
      { key: entry.key, seen: entry.version, body, before: entry.body, said: text.form.saved },
      { onError: ({ message }) => showToast(message) },
    )
  return (
    <Section title={text.versions}>
      <p>{text.versionsLead}</p>
      <Loaded query={query} what={text.versionsWhat}>
        {({ versions }) => (
          <Table
            caption={text.versions}
            hideCaption
            rowHeader={text.versionColumns.version}
            columns={[
              { id: 'saved', label: text.versionColumns.saved, numeric: false },
              { id: 'fields', label: text.versionColumns.fields },
              { id: 'source', label: text.versionColumns.source, numeric: false },
              { id: 'use', label: text.versionColumns.use, numeric: false },
            ]}
            rows={versions
              .toSorted((one, other) => other.version - one.version)
              .map((each) => ({
                id: String(each.version),
                label: formatNumber(each.version),
                cells: [
                  text.savedBy(formatMoment(new Date(each.savedAt)), each.savedBy),
                  formatNumber(each.body.fields.length),
                  each.body.source,
                  each.version === entry.version ? (
                    text.inForce
                  ) : mayEdit ? (
                    <Button key="use" size="small" onPress={() => restore(each)} isDisabled={isPending}>
                      {text.useVersion(each.version)}
                    </Button>
                  ) : (
                    ''
                  ),
                ],
              }))}
          />
        )}
      </Loaded>
    </Section>
  )
}
