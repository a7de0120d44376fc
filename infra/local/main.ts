import { parseArgs } from 'node:util';
import { Explained, inWords } from './explained.ts';

const help = `用法 · usage   ./nuangong <command>

  start [--port 8080] [--data DIR] [--kafka]   启动全部 · start everything; Ctrl-C stops it
  test [unit|int|faults|attack|e2e] [--whole]  运行测试 · run the tests, or one level of them; with the long counts
  bench [--json FILE]                          测速 · measure the speed, as ratios
  faults [--seeds N] [--from S] [--transport embedded|kafka] [--fault KIND] [--prove]
                                               故障试验 · the main job under random faults
  attack [--queries N] [--seed S] [--prove]    越权试探 · random requests of each role of two counties
  generate                                     生成代码与图 · clients, schemas, supergraph
  migration <service> <name>                   写迁移 · write a migration from the changed schema
  replay [--data DIR]                          重放事件 · rebuild the reports from all events
  audit verify [--data DIR]                    核对审计日志 · name the first entry changed or removed since
  audit check FILE [KEY FILE] | audit key      核对导出的留痕 · an exported file against its signature; the public key
  sbom [FILE]                                  物料清单 · the bill of materials, CycloneDX
  find-duplicates FILE.csv                     查重 · pairs of people who may be one person, as JSON
  keys rotate|renew-master|renew-index [--data DIR]
                                                 换密钥 · new keys for sealed fields, while all works
  city PROVINCE-CODE PROVINCE-NAME CODE NAME [--data DIR]
                                               建城市 · begins a city of its own instead of the demonstration's
  administrator CODE USERNAME NAME [--data DIR]
                                               登记管理员 · enrols an administrator; a city begins with two
  doctor [--data DIR]                          检查安装 · say what is wrong with the installation
  help                                         本说明 · this text
`;

/** Reads the command line and runs the command; gives the exit code. */
async function command(args: readonly string[]): Promise<number> {
  const [name = 'help', ...rest] = args;
  switch (name) {
    case 'start': {
      const { start } = await import('./start.ts');
      const { values } = parse(rest, {
        port: { type: 'string' },
        data: { type: 'string' },
        kafka: { type: 'boolean' },
      });
      const port = portOf(values.port ?? process.env['PORT'] ?? '8080');
      return start({ port, kafka: values.kafka ?? false, ...(values.data ? { data: values.data } : {}) });
    }
    case 'test': {
      const { test } = await import('./test.ts');
      const { positionals, values } = parse(rest, { whole: { type: 'boolean' } });
      return test(positionals, values.whole === true ? 'whole' : 'some');
    }
    case 'bench': {
      const { bench } = await import('./bench.ts');
      return bench(rest);
    }
    case 'faults': {
      const { faults } = await import('./faults.ts');
      return faults(rest);
    }
    case 'attack': {
      const { attack } = await import('./attack.ts');
      return attack(rest);
    }
    case 'generate': {
      const { generate } = await import('./generate-all.ts');
      return generate();
    }
    case 'migration': {
      const { migration } = await import('./migration.ts');
      return migration(parse(rest, {}).positionals);
    }
    case 'replay': {
      const { replay } = await import('./replay.ts');
      return replay(parse(rest, { data: { type: 'string' } }).values.data);
    }
    case 'audit': {
      const { audit } = await import('./audit.ts');
      const { positionals, values } = parse(rest, { data: { type: 'string' } });
      return audit(positionals, values.data);
    }
    case 'sbom': {
      const { sbom } = await import('./supply.ts');
      return sbom(parse(rest, {}).positionals[0]);
    }
    case 'find-duplicates': {
      const { findDuplicates } = await import('./find-duplicates.ts');
      return findDuplicates(parse(rest, {}).positionals);
    }
    case 'keys': {
      const { keys } = await import('./keys.ts');
      const { positionals, values } = parse(rest, { data: { type: 'string' } });
      return keys(positionals, values.data);
    }
    case 'city': {
      const { city } = await import('./city.ts');
      const { positionals, values } = parse(rest, { data: { type: 'string' } });
      return city(positionals, values.data);
    }
    case 'administrator': {
      const { administrator } = await import('./administrator.ts');
      const { positionals, values } = parse(rest, { data: { type: 'string' } });
      return administrator(positionals, values.data);
    }
    case 'doctor': {
      const { doctor } = await import('./doctor.ts');
      return doctor(parse(rest, { data: { type: 'string' } }).values.data);
    }
    case 'help':
    case '--help':
    case '-h':
      process.stdout.write(help);
      return 0;
    default:
      throw new Explained(
        `没有这个命令：${name}。用法见 ./nuangong help`,
        `There is no command ${name}; see ./nuangong help`,
      );
  }
}

type OptionTypes = Readonly<Record<string, { readonly type: 'string' | 'boolean' }>>;

function parse<const Options extends OptionTypes>(args: readonly string[], options: Options) {
  try {
    return parseArgs({ args: [...args], options, allowPositionals: true, strict: true });
  } catch (error) {
    const words = error instanceof Error ? error.message : String(error);
    throw new Explained(`命令的参数不对：${words}。用法见 ./nuangong help`, `${words}. See ./nuangong help`);
  }
}

function portOf(text: string): number {
  const port = Number(text);
  if (Number.isInteger(port) && port > 0 && port < 65_536) return port;
  throw new Explained(`端口应为 1–65535 的整数：${text}`, `A port is a whole number from 1 to 65535: ${text}`);
}

try {
  process.exitCode = await command(process.argv.slice(2));
} catch (error) {
  process.stderr.write(`\n${inWords(error)}\n`);
  process.exitCode = 1;
}
