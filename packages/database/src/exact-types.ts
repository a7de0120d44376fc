import { types, type CustomTypesConfig } from 'pg';

/** Reads bigint columns as bigint and dates as the text 'YYYY-MM-DD': neither survives node-pg's defaults exactly. */
export const exactTypes: CustomTypesConfig = {
  getTypeParser(oid: number, format?: 'text' | 'binary') {
    if (oid === types.builtins.INT8) return BigInt;
    if (oid === types.builtins.DATE) return (text: string) => text;
    return types.getTypeParser(oid, format as 'text');
  },
};
