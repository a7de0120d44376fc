import type { Bilingual } from '@nuangong/primitives';
import type { CellDefinition } from '../../form/form/form.ts';

/** Describes where a cell's value comes from. */
export function ruleInWords(cell: CellDefinition): Bilingual {
  switch (cell.kind) {
    case 'DERIVED':
      return cell.rule.words;
    case 'ENTERED':
      return {
        zh: '由填报单位填报；本单位未填时，为下级单位已上报数之和',
        en: 'Entered by the organisation; until then, the sum of what its subordinates submitted',
      };
    case 'COMPUTED':
      return { zh: `${cell.sumOf.join(' + ')} 之和`, en: `The sum ${cell.sumOf.join(' + ')}` };
  }
}
