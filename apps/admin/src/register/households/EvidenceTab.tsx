import Box from '@mui/material/Box';
import { useState, type ReactElement } from 'react';
import { useCan } from '../../base/auth/use-staff.ts';
import { Download } from '../../base/display/Download.tsx';
import { EmptyState } from '../../base/display/EmptyState.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { StatusTag } from '../../base/display/StatusTag.tsx';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { EvidenceViewer } from '../../base/queue/EvidenceViewer.tsx';
import type { HouseholdDetail } from './HouseholdRecord.tsx';
import { UploadEvidence } from './UploadEvidence.tsx';

/** The evidence that the causes require and that there is; each piece can be viewed, and the clerk adds more. */
export function EvidenceTab({ household }: { readonly household: HouseholdDetail }): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const can = useCan();
  const [at, setAt] = useState(0);
  const file = household.caseFile;
  if (file === null) return <EmptyState title={say('household.noEvidence')} why={say('household.noEvidenceWhy')} />;
  return (
    <Box sx={{ display: 'grid', gap: 3, gridTemplateColumns: { xs: 'minmax(0, 1fr)', md: '320px minmax(0, 1fr)' } }}>
      <Box sx={{ display: 'grid', gap: 2, alignContent: 'start', justifyItems: 'start' }}>
        {file.evidenceChecklist.length === 0 ? (
          <span>{say('household.noEvidenceWhy')}</span>
        ) : (
          <PlainTable
            caption={say('household.evidenceKind')}
            rows={file.evidenceChecklist}
            keyOf={(item) => item.kind}
            columns={[
              { head: say('household.evidenceKind'), cell: (item) => spoken(item.name, item.nameEn) },
              {
                head: say('household.evidenceState'),
                cell: (item) => (
                  <StatusTag
                    tone={item.present ? 'done' : 'wait'}
                    word={say(item.present ? 'household.evidencePresent' : 'household.evidenceAbsent')}
                  />
                ),
              },
            ]}
          />
        )}
        {can('case-file.submit') || can('household.register') ? (
          <UploadEvidence caseFileId={file.id} kinds={file.evidenceChecklist} />
        ) : null}
      </Box>
      <Box>
        {file.evidence.length === 0 ? null : (
          <Box sx={{ mb: 1 }}>
            <Download
              url={file.evidenceArchiveUrl}
              fileName={`${say('household.evidenceArchiveName', { number: file.number })}.zip`}
              words={say('household.evidenceArchive')}
            />
          </Box>
        )}
        <EvidenceViewer files={file.evidence} at={at} onNext={() => setAt(at + 1)} />
      </Box>
    </Box>
  );
}
