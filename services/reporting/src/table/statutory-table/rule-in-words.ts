import type { Bilingual } from '@nuangong/primitives';
import { printedNumber, type CellDefinition } from '../../form/form/form.ts';

/** Describes where a cell's value comes from. */
export function ruleInWords(cell: CellDefinition): Bilingual {
  switch (cell.kind) {
    case 'DERIVED':
      return cell.rule.words;
    case 'ENTERED':
      return {
        zh: '由填报单位填报，加上下级单位已接收的数',
        en: 'Entered by the organisation, plus the accepted figures of its subordinates',
      };
    case 'COMPUTED': {
      const sum = cell.sumOf.map(printedNumber).join(' + ');
      return { zh: `${sum} 各行此项之和`, en: `The sum of this figure in ${sum}` };
    }
  }
}
