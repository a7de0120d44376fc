import { forms } from '../form/form/forms.ts';

const found = forms.find(({ code }) => code === 'warmth-table');
if (found === undefined) throw new Error('forms/ holds no warmth table');

/** Table 1, 送温暖工程统计表, as §002 annex 1 prints it. */
export const warmthTable = found;
