/**
 * Runs as a process of its own between the runtime and an engine: starts the engine and ends it as soon as the channel to the runtime
 * closes, which also happens when the runtime is killed with -9. Without it the engine would live on and hold its port (measured).
 */
import { spawn } from 'node:child_process';

const [command, ...commandArguments] = process.argv.slice(2);
if (command === undefined) throw new Error('the keeper needs a command to run');

const engine = spawn(command, commandArguments, { stdio: ['ignore', 'pipe', 'pipe'] });
let said = '';
const remember = (chunk: Buffer): void => {
  said = (said + chunk.toString('utf8')).slice(-2000);
};
engine.stdout.on('data', remember);
engine.stderr.on('data', remember);
engine.on('error', (error) => {
  process.send?.({ kind: 'ended', said: error.message });
});
engine.on('exit', (code, signal) => {
  if (process.connected) process.send?.({ kind: 'ended', said: said.trim() || `ended with ${String(code ?? signal)}` });
  process.exit(0);
});
const end = (): void => {
  engine.kill('SIGTERM');
  setTimeout(() => engine.kill('SIGKILL'), 3000).unref();
};
process.on('disconnect', end);
process.on('SIGTERM', end);
// Ctrl-C reaches the whole process group; the runtime decides when its engines go.
process.on('SIGINT', () => undefined);
process.on('message', (message) => {
  if (message === 'kill') engine.kill('SIGKILL');
});
