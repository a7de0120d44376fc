import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parseArgs } from 'node:util';
import { inTemporaryFolder } from '@nuangong/local';
import { attack, type AttackReport, type Finding } from './attack.ts';
import { openCity } from './city/open-city.ts';
import { prove } from './prove.ts';
import { sabotages, type SabotageName } from './sabotage/sabotages.ts';

const { values } = parseArgs({
  options: {
    queries: { type: 'string', default: '2000' },
    seed: { type: 'string', default: '1' },
    prove: { type: 'boolean', default: false },
  },
});

const say = (line: string): void => void process.stdout.write(`${line}\n`);
const mostShown = 300;
const mostTroubles = 40;
const mostLineShown = 600;
const short = (text: string): string => (text.length > mostShown ? `${text.slice(0, mostShown)}…` : text);

function tell({ seed, attacker, request, leaks }: Finding): void {
  say(`✗ ${seed}  ${attacker.role} ${attacker.scope}  ${request.to}  ${short(request.document)}`);
  for (const { why, at, value } of leaks.slice(0, 3)) say(`    ${why} ${at}: ${short(value)}`);
}

process.exitCode = await inTemporaryFolder('attack', (folder) =>
  values.prove ? proveAll(folder) : attackOnce(folder),
);

async function proveAll(folder: string): Promise<number> {
  const names = Object.keys(sabotages) as SabotageName[];
  let missed = 0;
  for (const name of names) {
    const found = await prove(name, folder, Number(values.seed));
    if (found === undefined) missed += 1;
    say(`${found ? '✓' : '✗'} ${name}: ${sabotages[name].what}`);
    if (found) tell(found);
    else say('    保护已撤除而未被发现 · a protection was taken away, and the attack did not notice');
  }
  say(`sabotages: ${names.length - missed} passed, ${missed} failed`);
  return missed === 0 ? 0 : 1;
}

async function attackOnce(folder: string): Promise<number> {
  const began = performance.now();
  const city = await openCity(join(folder, 'data'));
  try {
    const report = await attack(city, { queries: Number(values.queries), seed: Number(values.seed), onFinding: tell });
    if (report.broken.length > 0) tellTroubles(city.system.installation.place.logs);
    tellCounts(report, performance.now() - began);
    return [report.findings, report.broken, report.tables].every((found) => found.length === 0) ? 0 : 1;
  } finally {
    await city.system.stop();
  }
}

/** Prints what the services logged of unexpected events: errors, and the last words of programs that ended. */
function tellTroubles(logs: string): void {
  for (const name of readdirSync(logs)) {
    const lines = readFileSync(join(logs, name), 'utf8').split('\n');
    const troubles = lines.filter((line) => line !== '' && (!line.startsWith('{') || /"level":[56]0/u.test(line)));
    for (const line of troubles.slice(0, mostTroubles)) say(`    ${name}: ${line.slice(0, mostLineShown)}`);
  }
}

function tellCounts({ findings, counts, commands, broken, tables }: AttackReport, ms: number): void {
  const all = counts.ANSWERED + counts.REFUSED + counts.BROKEN;
  for (const { seed, request } of broken.slice(0, 20)) say(`! ${seed}  ${request.to}  ${short(request.document)}`);
  say(
    `${all} asked in ${(ms / 1_000).toFixed(0)} s: ${counts.ANSWERED} answered, ${counts.REFUSED} refused, ${counts.BROKEN} broken; ${commands} commands carried out`,
  );
  for (const { table, trouble } of tables) say(`✗ ${table}: ${trouble}`);
  const failed = findings.length + broken.length + tables.length;
  say(`attack: ${Math.max(all - failed, 0)} passed, ${failed} failed`);
  if (failed > 0) say(`重现 · to see it again: ./nuangong attack --queries ${values.queries} --seed ${values.seed}`);
}
