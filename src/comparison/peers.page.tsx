import { useSaveEntry } from '../catalogue/save-entry.page.tsx'
import { Button } from '../ui/Button.tsx'
import { Select } from '../ui/Field.tsx'
import { Section } from '../ui/Page.tsx'
import { showToast } from '../ui/Toast.tsx'
import { comparisonText } from './comparison.text.ts'
import type { ComparisonView } from './comparison-view.ts'

const text = comparisonText.peers

type PeersProps = { view: ComparisonView; isEditing: boolean; onEdit: (isEditing: boolean) => void }

/** Whom the municipality is compared with, and for those who decide it the choice. */
export function PeersSection({ view, isEditing, onEdit }: PeersProps) {
  const { kind, group, places } = view.peers
  const why = kind === 'kolada' ? text.kolada(group ?? '') : text[kind]
  return (
    <Section
      title={text.title}
      aside={view.mayEdit && <Button onPress={() => onEdit(!isEditing)}>{isEditing ? text.done : text.change}</Button>}
    >
      <p>{why}</p>
      {isEditing && view.mayEdit ? (
        <EditPeers view={view} />
      ) : (
        places.length > 0 && <p>{places.map(placeInWords).join(', ')}</p>
      )}
    </Section>
  )
}

const placeInWords = ({ name, hasValues }: ComparisonView['peers']['places'][number]) =>
  hasValues ? name : `${name} (${text.withoutValues})`

function EditPeers({ view: { peers, municipalities } }: { view: ComparisonView }) {
  const save = useSavePeers(peers)
  const codes = peers.places.map(({ area }) => area)
  const others = municipalities.filter(({ area }) => !codes.includes(area))
  return (
    <>
      <ul className="comparison-peers" aria-live="polite">
        {peers.places.map((place) => (
          <li key={place.area}>
            <span>{placeInWords(place)}</span>
            <Button
              size="small"
              kind="quiet"
              onPress={() => save(codes.filter((area) => area !== place.area))}
              isDisabled={codes.length === 1}
            >
              {text.remove(place.name)}
            </Button>
          </li>
        ))}
      </ul>
      <div className="row">
        {others.length > 0 && (
          <Select
            label={text.add}
            value=""
            options={[
              { value: '', label: text.choose },
              ...others.map(({ area, name }) => ({ value: area, label: name })),
            ]}
            onChange={(area) => area && save([...codes, area])}
          />
        )}
        {peers.kind === 'chosen' && <Button onPress={() => save([])}>{text.backToKolada}</Button>}
      </div>
    </>
  )
}

/** Saves the choice at once, and offers to bring the one before back as a version after it. */
function useSavePeers({ seen, chosen }: ComparisonView['peers']) {
  const { mutate } = useSaveEntry('comparison-group', ['comparison'])
  return (areas: string[]) =>
    mutate(
      { key: 'chosen', seen, body: { areas }, before: { areas: chosen }, said: text.saved },
      { onError: ({ message }) => showToast(message) },
    )
}
