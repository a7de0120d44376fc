import { useState } from 'react';
import { useStaff } from '../auth/use-staff.ts';
import { nothingKept, readKept, writeKept, type KeptList } from './kept-list.ts';

/** What the signed-in person keeps of a list, and how to change it. */
export function useKeptList(list: string): readonly [kept: KeptList, keep: (kept: KeptList) => void] {
  const staffId = useStaff()?.id;
  const [changed, setChanged] = useState<{ readonly of: string; readonly kept: KeptList }>();
  if (staffId === undefined) return [nothingKept, () => undefined];
  const of = `${staffId} ${list}`;
  const kept = changed?.of === of ? changed.kept : readKept(localStorage, staffId, list);
  const keep = (next: KeptList): void => {
    writeKept(localStorage, staffId, list, next);
    setChanged({ of, kept: next });
  };
  return [kept, keep];
}
