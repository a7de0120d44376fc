import { readNameCharacters } from './name-characters.ts';
import type { PersonField, PersonRecord } from './person-record.ts';
import {
  readOtherDocument,
  readTypedAccount,
  readTypedBirth,
  readTypedNumber,
  readTypedPhones,
  readTypedSex,
} from './typed-digits.ts';

type Reads = (text: string) => unknown;

const readers: Partial<Record<PersonField, Reads>> = {
  name: readNameCharacters,
  birthDate: readTypedBirth,
  sex: readTypedSex,
  identityNumber: (text) => readTypedNumber(text) ?? readOtherDocument(text),
  phone: (text) => readTypedPhones(text)[0],
  account: readTypedAccount,
};

/** The filled fields of a person that cannot be read, and so count as empty in the comparison. */
export function unreadableFields(record: PersonRecord): readonly PersonField[] {
  return (Object.entries(readers) as [PersonField, Reads][]).flatMap(([field, read]) =>
    record[field].trim() !== '' && read(record[field]) === undefined ? [field] : [],
  );
}
