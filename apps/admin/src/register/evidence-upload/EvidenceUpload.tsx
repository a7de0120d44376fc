import Box from '@mui/material/Box';
import Button from '@mui/material/Button';
import { useState, type ReactElement } from 'react';
import { useNotify } from 'react-admin';
import { FaultNotice } from '../../base/display/FaultNotice.tsx';
import { PageHead } from '../../base/display/PageHead.tsx';
import { PlainTable } from '../../base/display/PlainTable.tsx';
import { evidenceKindsQuery } from '../../base/graph/generated/evidence-upload.ts';
import { useAnswer } from '../../base/graph/use-answer.ts';
import { useSpoken, useWords } from '../../base/i18n/use-words.ts';
import { PickHousehold } from '../households/PickHousehold.tsx';
import { DropEvidence } from './DropEvidence.tsx';
import { countsOf, type EvidenceRow } from './evidence-rows.ts';
import { KindChoice, OwnerChoice, RowMark } from './RowCells.tsx';
import { useEvidenceFiles } from './use-evidence-files.ts';

/** Many files of evidence at once: each is matched to its household by its name, corrected where needed, and uploaded. */
export default function EvidenceUpload(): ReactElement {
  const say = useWords();
  const spoken = useSpoken();
  const notify = useNotify();
  const { rows, fault, reading, progress, add, change, remove, send } = useEvidenceFiles();
  const [picking, setPicking] = useState<EvidenceRow>();
  const kinds = (useAnswer(evidenceKindsQuery, {}).data?.evidenceKinds ?? []).map(({ kind, name, nameEn }) => ({
    value: kind,
    word: spoken(name, nameEn),
  }));
  const counts = countsOf(rows);
  const upload = async (): Promise<void> => {
    const { sent, refused } = await send();
    if (refused === 0) notify(say('evidenceUpload.done', { count: sent }), { type: 'success' });
    else notify(say('evidenceUpload.doneButRefused', { count: sent, refused }), { type: 'warning' });
  };
  return (
    <>
      <PageHead title={say('evidenceUpload.title')} lead={say('evidenceUpload.lead')}>
        <Button
          variant="contained"
          disabled={counts.ready === 0 || reading > 0}
          loading={progress !== undefined}
          onClick={() => void upload()}
        >
          {say('evidenceUpload.send', { count: counts.ready, households: counts.households })}
        </Button>
      </PageHead>
      {fault === undefined ? null : <FaultNotice fault={fault} />}
      <DropEvidence reading={reading} onFiles={(files) => void add(files)} />
      <Box aria-live="polite" sx={{ mb: 1, color: 'text.secondary' }}>
        {progress !== undefined
          ? say('evidenceUpload.sending', progress)
          : counts.lacking > 0
            ? say('evidenceUpload.lacking', { count: counts.lacking })
            : null}
      </Box>
      {rows.length === 0 ? null : (
        <PlainTable
          caption={say('evidenceUpload.files')}
          rows={rows}
          keyOf={(row) => row.key}
          columns={[
            { head: say('evidenceUpload.file'), cell: (row) => row.file.name },
            {
              head: say('evidenceUpload.household'),
              cell: (row) => (
                <OwnerChoice
                  row={row}
                  onChoose={(owner) => change(row.key, { owner, state: { is: 'WAITING' } })}
                  onSearch={() => setPicking(row)}
                />
              ),
            },
            {
              head: say('evidenceUpload.kind'),
              cell: (row) => (
                <KindChoice
                  row={row}
                  kinds={kinds}
                  onChoose={(kind) => change(row.key, { kind, state: { is: 'WAITING' } })}
                />
              ),
            },
            { head: say('evidenceUpload.state'), cell: (row) => <RowMark row={row} /> },
            {
              head: '',
              control: <span />,
              cell: (row) =>
                row.state.is === 'SENT' ? null : (
                  <Button
                    variant="text"
                    aria-label={say('evidenceUpload.removeOf', { file: row.file.name })}
                    onClick={() => remove(row.key)}
                  >
                    {say('evidenceUpload.remove')}
                  </Button>
                ),
            },
          ]}
        />
      )}
      {picking === undefined ? null : (
        <PickHousehold
          title={say('evidenceUpload.pickFor', { file: picking.file.name })}
          onCancel={() => setPicking(undefined)}
          onPick={({ caseFile, head, unitName }) => {
            if (caseFile !== null) {
              const owner = { ...head, caseFileId: caseFile.id, unitName };
              change(picking.key, { owner, owners: [owner], state: { is: 'WAITING' } });
            }
            setPicking(undefined);
          }}
        />
      )}
    </>
  );
}
