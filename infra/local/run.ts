import { spawn } from 'node:child_process';
import { delimiter, dirname, join } from 'node:path';
import { root } from './layout.ts';

/** How a program ended, and all it wrote. */
export type RunResult = { readonly code: number; readonly output: string };

/** Our programs first: Node 24 itself, then the tools of the checkout. */
export function toolsPath(...more: string[]): string {
  return [...more, dirname(process.execPath), join(root, 'node_modules', '.bin'), process.env['PATH'] ?? ''].join(
    delimiter,
  );
}

/**
 * Runs a program to its end. Its output is kept, and also shown as it comes when `show` is true.
 *
 * @param environment added to this process's own.
 */
export function run(
  command: string,
  args: readonly string[],
  options: { readonly folder?: string; readonly environment?: Record<string, string>; readonly show?: boolean } = {},
): Promise<RunResult> {
  return new Promise((resolve) => {
    const child = spawn(command, args, {
      cwd: options.folder ?? root,
      env: { ...process.env, PATH: toolsPath(), ...(options.show ? {} : { NO_COLOR: '1' }), ...options.environment },
      stdio: ['ignore', 'pipe', 'pipe'],
    });
    const chunks: Buffer[] = [];
    const take =
      (to: NodeJS.WriteStream) =>
      (chunk: Buffer): void => {
        chunks.push(chunk);
        if (options.show) to.write(chunk);
      };
    child.stdout.on('data', take(process.stdout));
    child.stderr.on('data', take(process.stderr));
    const output = (): string => Buffer.concat(chunks).toString('utf8');
    child.once('error', (error) => resolve({ code: 127, output: `${output()}${error.message}` }));
    child.once('close', (code) => resolve({ code: code ?? 1, output: output() }));
  });
}
