import { newEventId } from '@nuangong/events';
import type { Keyring } from '@nuangong/sealing';
import { sealWords, wordsPlace, type RowOfWords } from '../../register/written-words/sealed-words.ts';

/** An opinion as kept twice: with the application, and with the step it was given in. */
export interface SealedOpinion {
  readonly stepId: string;
  readonly ofApplication: string | null;
  readonly ofStep: string | null;
}

/** Seals an opinion for an application and for its next step; null where it is empty. */
export function sealOpinion(keyring: Keyring, application: RowOfWords, opinion: string): SealedOpinion {
  const stepId = newEventId();
  const { organizationPath } = application;
  return {
    stepId,
    ofApplication: sealWords(keyring, opinion, wordsPlace('aid_application', 'opinion', application)),
    ofStep: sealWords(keyring, opinion, wordsPlace('application_step', 'opinion', { id: stepId, organizationPath })),
  };
}
