import { addAidType } from '@nuangong/service';
import { builder } from './builder.ts';

export const AidTypeEnum = addAidType(builder);
