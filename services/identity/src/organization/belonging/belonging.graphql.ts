import { commandResult } from '@nuangong/subgraph';
import { builder } from '../../builder.ts';
import {
  changeBelonging,
  closeBelonging,
  registerBelonging,
  type Belonging,
  type BelongingRow,
  type FromDay,
} from './keep-belonging.ts';

type FieldsOf<Input> = Parameters<typeof builder.inputType<string, never>>[1]['fields'] extends (
  t: infer Build,
) => unknown
  ? (t: Build) => { readonly [name in keyof Omit<Input, 'from'>]-?: unknown }
  : never;

/** How the graph describes the three commands of a kind of belongings. */
interface Told<Input> {
  /** The graph's type of a row, and the name of the commands' field that holds it. */
  readonly row: unknown;
  readonly field: string;
  /** The input fields of its state, in force from the given day on. */
  readonly state: FieldsOf<Input>;
  readonly owner: string;
  readonly register: string;
  readonly change: string;
  readonly close: string;
}

/**
 * The commands `registerX`, `changeX` and `closeX` of a kind of belongings, with one shape of inputs: the organisation or
 * the record, the state, and the day from which it holds or its last day.
 */
export function addBelongingCommands<Row extends BelongingRow & State, Input extends FromDay, State extends object>(
  kept: Belonging<Row, Input, State>,
  told: Told<Input>,
): void {
  const { recordType: type, idField } = kept;
  const record = { required: true, description: `The id of an open \`${type}\`.` } as const;
  const RegisterInput = builder.inputRef<FromDay & { organizationId: string }>(`Register${type}Input`).implement({
    fields: (t) =>
      ({
        organizationId: t.id({ required: true, description: told.owner }),
        ...told.state(t),
        from: t.field({ type: 'LocalDate', description: 'Its first day in force; today where it is left out.' }),
      }) as never,
  });
  const ChangeInput = builder.inputRef<FromDay>(`Change${type}Input`).implement({
    fields: (t) =>
      ({
        [idField]: t.id(record),
        ...told.state(t),
        from: t.field({
          type: 'LocalDate',
          description: 'The day from which this holds, not after today; today where it is left out.',
        }),
      }) as never,
  });
  const CloseInput = builder.inputRef<{ to: string }>(`Close${type}Input`).implement({
    fields: (t) =>
      ({
        [idField]: t.id(record),
        to: t.field({ type: 'LocalDate', required: true, description: 'Its last day in force; not later than today.' }),
      }) as never,
  });
  const result = (verb: string) =>
    commandResult(builder, `${verb}${type}Result`, told.field, told.row as never) as never;
  const idOf = (input: object): string => String(Reflect.get(input, idField));
  builder.mutationField(`register${type}`, (t) =>
    t.field({
      type: result('Register'),
      description: told.register,
      args: { input: t.arg({ type: RegisterInput, required: true }) },
      resolve: (_root, { input }, context) => registerBelonging(kept, context, input as never) as never,
    }),
  );
  builder.mutationField(`change${type}`, (t) =>
    t.field({
      type: result('Change'),
      description: told.change,
      args: { input: t.arg({ type: ChangeInput, required: true }) },
      resolve: (_root, { input }, context) => changeBelonging(kept, context, idOf(input), input as never) as never,
    }),
  );
  builder.mutationField(`close${type}`, (t) =>
    t.field({
      type: result('Close'),
      description: told.close,
      args: { input: t.arg({ type: CloseInput, required: true }) },
      resolve: (_root, { input }, context) => closeBelonging(kept, context, idOf(input), input.to) as never,
    }),
  );
}
