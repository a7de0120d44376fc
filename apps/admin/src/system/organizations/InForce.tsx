import type { ReactElement } from 'react';
import { day } from '../../base/display/dates.ts';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import type { DetailOf } from '../../base/graph/resources.ts';
import { useTerm } from '../../base/i18n/use-term.ts';
import { useWords } from '../../base/i18n/use-words.ts';

/** The counts of an organisation and all below it in force today, as in the centres' table. */
export function InForce({ counts }: { readonly counts: DetailOf<'organizations'>['inForce'] }): ReactElement {
  const say = useWords();
  const term = useTerm();
  const rows = [
    ...counts.centres.flatMap(({ level, count, publicInstitutions, people }) => {
      const name = term('aidCentreLevel', level);
      return [
        { what: say('organizations.centresOf', { level: name }), count },
        { what: say('organizations.publicOf', { level: name }), count: publicInstitutions },
        { what: say('organizations.peopleOf', { level: name }), count: people },
      ];
    }),
    ...counts.stations.map(({ kind, count }) => ({ what: term('stationKind', kind), count })),
    ...counts.facilities.map(({ kind, count }) => ({ what: term('facilityKind', kind), count })),
  ];
  return (
    <PlainTable
      caption={say('organizations.inForceOn', { day: day(counts.on) })}
      rows={rows}
      keyOf={({ what }) => what}
      columns={[
        { head: say('organizations.what'), cell: ({ what }) => what },
        { head: say('organizations.count'), right: true, cell: ({ count }) => count },
      ]}
    />
  );
}
