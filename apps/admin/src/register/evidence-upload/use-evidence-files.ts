import { useQueryClient } from '@tanstack/react-query';
import { useRef, useState } from 'react';
import { request } from '../../base/graph/client.ts';
import { evidenceFileMatchesQuery } from '../../base/graph/generated/evidence-upload.ts';
import { uploadEvidence } from '../households/commands.ts';
import { inParts, isReady, rowsOf, type EvidenceRow, type ReadyRow, type RowState } from './evidence-rows.ts';

const namesAtOnce = 200;
const sentAtOnce = 3;

/** The files that a clerk dropped: matched by their names, corrected, sent a few at a time. */
export function useEvidenceFiles() {
  const queryClient = useQueryClient();
  const [rows, setRows] = useState<readonly EvidenceRow[]>([]);
  const [fault, setFault] = useState<unknown>();
  const [reading, setReading] = useState(0);
  const [progress, setProgress] = useState<{ readonly done: number; readonly total: number }>();
  const next = useRef(0);

  const change = (key: string, values: Partial<EvidenceRow>): void =>
    setRows((before) => before.map((row) => (row.key === key ? { ...row, ...values } : row)));

  async function add(files: readonly File[]): Promise<void> {
    setReading((before) => before + files.length);
    setFault(undefined);
    for (const part of inParts(files, namesAtOnce)) {
      const from = next.current;
      next.current += part.length;
      const matches = await matchesOf(part).catch((error: unknown) => {
        setFault(error);
        return [];
      });
      setReading((before) => before - part.length);
      setRows((before) => [...before, ...rowsOf(part, matches, from)]);
    }
  }

  async function send(): Promise<{ readonly sent: number; readonly refused: number }> {
    const ready = rows.filter(isReady);
    const left = [...ready];
    let sent = 0;
    setProgress({ done: 0, total: ready.length });
    const sendNext = async (): Promise<void> => {
      for (let row = left.shift(); row !== undefined; row = left.shift()) {
        const state = await stateAfter(row);
        if (state.is === 'SENT') sent += 1;
        change(row.key, { state });
        setProgress((before) => before && { ...before, done: before.done + 1 });
      }
    };
    await Promise.all(Array.from({ length: sentAtOnce }, sendNext));
    setProgress(undefined);
    await queryClient.invalidateQueries();
    return { sent, refused: ready.length - sent };
  }

  const remove = (key: string): void => setRows((before) => before.filter((row) => row.key !== key));
  return { rows, fault, reading, progress, add, change, remove, send };
}

async function matchesOf(files: readonly File[]) {
  const names = { fileNames: files.map(({ name }) => name) };
  return (await request(evidenceFileMatchesQuery, names)).evidenceFileMatches.items;
}

/** Sends one file; if the service is not reached, the row can be sent again. */
async function stateAfter({ owner, kind, file }: ReadyRow): Promise<RowState> {
  try {
    const { problems } = await uploadEvidence({ caseFileId: owner.caseFileId, kind, file });
    const [problem] = problems;
    return problem === undefined ? { is: 'SENT' } : { is: 'REFUSED', zh: problem.zh, en: problem.en };
  } catch {
    return { is: 'UNREACHED' };
  }
}
