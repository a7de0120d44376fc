import { prismaSql, recordAudit } from '@nuangong/database';
import {
  combineAll,
  isUuid,
  localDateAt,
  ok,
  problem,
  refuse,
  type LocalDate,
  type Problem,
  type Result,
} from '@nuangong/primitives';
import { notFound, runCommand } from '@nuangong/subgraph';
import type { CaseRecordsContext, Transaction } from '../../builder.ts';
import { loadPolicyFacts } from './keep-policy-facts.ts';
import { factsByName, howToAnswer, isAsked, readFactValue, type FactValue, type PolicyFact } from './policy-fact.ts';

export interface PolicyFactAnswerInput {
  /** A fact's name in the catalogue. */
  readonly fact: string;
  readonly value?: unknown;
}

export interface AnswerPolicyFactsInput {
  readonly householdId: string;
  readonly answers: readonly PolicyFactAnswerInput[];
}

/** The most answers in one command: more than any catalogue asks for. */
const mostAnswers = 200;

/**
 * Answers what policies ask about a household and the register does not hold; a later answer replaces an earlier one.
 */
export function answerPolicyFacts(context: CaseRecordsContext, input: AnswerPolicyFactsInput): Promise<Result<string>> {
  const at = context.parts.clock();
  return runCommand(context, { action: 'household.register' }, async (tx: Transaction) => {
    const household = isUuid(input.householdId)
      ? await tx.household.findUnique({ where: { id: input.householdId } })
      : null;
    if (household === null) return refuse(notFound({ zh: '家庭', en: 'household' }, 'householdId'));
    const catalogue = factsByName(await loadPolicyFacts(prismaSql(tx)));
    if (input.answers.length === 0 || input.answers.length > mostAnswers) return refuse(wrongNumber());
    const today = localDateAt(at);
    const answers = combineAll(
      input.answers.map((answer, place) => readAnswer(answer, catalogue, `answers.${place}`, today)),
    );
    if (!answers.ok) return answers;
    const { staffId, name } = context.actor;
    await tx.policyFactAnswer.createMany({
      data: answers.value.map(({ fact, value }) => ({
        organizationPath: household.organizationPath,
        householdId: household.id,
        fact: fact.name,
        value: value as string,
        answeredBy: staffId,
        answeredByName: name,
        answeredAt: at,
      })),
    });
    const facts = answers.value.map(({ fact }) => fact.name);
    await recordAudit(tx, context, [
      { action: 'household.answer', recordType: 'Household', recordId: household.id, after: { facts } },
    ]);
    return ok(household.id);
  });
}

function readAnswer(
  { fact: name, value }: PolicyFactAnswerInput,
  catalogue: ReadonlyMap<string, PolicyFact>,
  field: string,
  today: LocalDate,
): Result<{ readonly fact: PolicyFact; readonly value: FactValue }> {
  const fact = catalogue.get(name);
  if (fact === undefined || !isAsked(fact)) {
    const said = {
      zh: '没有这个由人回答的判定要素，刷新后重选',
      en: 'The policy does not ask for this fact. Refresh and choose again.',
    };
    return refuse(problem('FACT_UNKNOWN', said, `${field}.fact`));
  }
  const read = readFactValue(fact, value);
  if (read !== undefined && daysIn(fact, read).some((day) => day > today)) return refuse(dayInFuture(`${field}.value`));
  if (read !== undefined) return ok({ fact, value: read });
  return refuse(
    problem(
      'FACT_VALUE',
      {
        zh: `“${fact.words.zh}”的答案读不出：${howToAnswer(fact).zh}`,
        en: `The answer to “${fact.words.en}” is not valid: ${howToAnswer(fact).en}.`,
      },
      `${field}.value`,
    ),
  );
}

/** The days contained in a value. */
function daysIn({ type }: PolicyFact, value: FactValue): readonly string[] {
  if (type !== 'DATE' && type !== 'DATES') return [];
  return [value].flat().filter((day) => typeof day === 'string');
}

const dayInFuture = (field: string): Problem =>
  problem(
    'DATE_IN_FUTURE',
    {
      zh: '日期晚于今天，核对后填写已经发生的日期',
      en: 'This day is in the future. Enter the day on which it happened.',
    },
    field,
  );

const wrongNumber = (): Problem =>
  problem(
    'ANSWERS_COUNT',
    { zh: `一次回答 1 至 ${mostAnswers} 项，分几次提交`, en: `Answer 1 to ${mostAnswers} facts at a time.` },
    'answers',
  );
