// A client of yaml-language-server over standard input and output; see "compare".
import { spawn } from 'node:child_process';
import fs from 'node:fs';
import path from 'node:path';

const schemas = process.cwd() + '/kubernetes_validate/kubernetes-json-schema/v1.34.0-local-strict/';
const kinds = [
  ['networking.k8s.io/v1', 'Ingress', 'ingress-networking-v1'],
  ['networking.k8s.io/v1', 'IngressClass', 'ingressclass-networking-v1'],
  ['v1', 'Service', 'service-v1'],
  ['v1', 'Secret', 'secret-v1'],
];

// One schema for all kinds that we read; their other versions are told as wrong, others pass.
const schema = {
  allOf: kinds.flatMap(([api, kind, file]) => [
    {
      if: {
        properties: { apiVersion: { const: api }, kind: { const: kind } },
        required: ['apiVersion', 'kind'],
      },
      then: { $ref: 'file://' + schemas + file + '.json' },
    },
    {
      if: { properties: { kind: { const: kind } }, required: ['kind'] },
      then: { properties: { apiVersion: { const: api } }, required: ['apiVersion'] },
    },
  ]),
};
fs.writeFileSync('all.json', JSON.stringify(schema));

const settings = {
  schemas: { ['file://' + process.cwd() + '/all.json']: '*.yaml' },
  validate: true,
  schemaStore: { enable: false },
  kubernetesCRDStore: { enable: false },
};
const server = spawn(
  'node',
  ['node_modules/yaml-language-server/bin/yaml-language-server', '--stdio'],
  { stdio: ['pipe', 'pipe', 'inherit'] },
);
const waiting = new Map();
const listeners = new Map();
let buffer = Buffer.alloc(0);
let count = 0;

function send(message) {
  const text = JSON.stringify({ jsonrpc: '2.0', ...message });
  server.stdin.write(`Content-Length: ${Buffer.byteLength(text)}\r\n\r\n${text}`);
}

function ask(method, params) {
  const id = ++count;
  send({ id, method, params });
  return new Promise((done) => waiting.set(id, done));
}

function receive(message) {
  if (message.method === 'workspace/configuration') {
    const result = message.params.items.map((item) => (item.section === 'yaml' ? settings : {}));
    send({ id: message.id, result });
  } else if (message.method === 'textDocument/publishDiagnostics') {
    listeners.get(message.params.uri)?.(message.params.diagnostics);
  } else if (message.id !== undefined && message.method) {
    send({ id: message.id, result: null });
  } else if (waiting.has(message.id)) {
    waiting.get(message.id)(message.result);
    waiting.delete(message.id);
  }
}

server.stdout.on('data', (data) => {
  buffer = Buffer.concat([buffer, data]);
  for (;;) {
    const head = buffer.indexOf('\r\n\r\n');
    if (head < 0) return;
    const length = Number(/Content-Length: (\d+)/.exec(buffer.subarray(0, head).toString())[1]);
    if (buffer.length < head + 4 + length) return;
    receive(JSON.parse(buffer.subarray(head + 4, head + 4 + length)));
    buffer = buffer.subarray(head + 4 + length);
  }
});

const next = (uri) => new Promise((done) => listeners.set(uri, done));
const pause = (ms) => new Promise((done) => setTimeout(done, ms));

function open(uri, text) {
  const textDocument = { uri, languageId: 'yaml', version: 1, text };
  send({ method: 'textDocument/didOpen', params: { textDocument } });
}

await ask('initialize', {
  processId: null,
  rootUri: 'file:///x',
  capabilities: { workspace: { configuration: true }, textDocument: { publishDiagnostics: {} } },
});
send({ method: 'initialized', params: {} });
send({ method: 'workspace/didChangeConfiguration', params: { settings: { yaml: settings } } });
await pause(1500);

const [mode, target] = process.argv.slice(2);
if (mode === 'seeded') {
  let found = 0;
  const files = fs.readdirSync(target).sort();
  for (const file of files) {
    const uri = 'file:///x/' + file;
    let last = null;
    listeners.set(uri, (diagnostics) => (last = diagnostics));
    open(uri, fs.readFileSync(path.join(target, file), 'utf8'));
    for (let waited = 0; waited < 15000 && last === null; waited += 50) await pause(50);
    await pause(300);
    if (last === null || last.length > 0) {
      found += last === null ? 0 : 1;
      console.log(file, last === null ? 'no answer' : last[0].message.split('\n')[0]);
    }
  }
  console.log(`${found} of ${files.length} files with findings`);
} else {
  const text = fs.readFileSync(target, 'utf8');
  const uri = 'file:///x/large.yaml';
  let answer = next(uri);
  let start = performance.now();
  open(uri, text);
  await answer;
  console.log(`open ${Math.round(performance.now() - start)} ms`);
  const at = text.indexOf('path: /') + 7;
  const times = [];
  for (let version = 2; version <= 8; version++) {
    const changed = text.slice(0, at) + 'x'.repeat(version) + text.slice(at);
    answer = next(uri);
    start = performance.now();
    send({
      method: 'textDocument/didChange',
      params: { textDocument: { uri, version }, contentChanges: [{ text: changed }] },
    });
    await answer;
    times.push(performance.now() - start);
  }
  times.sort((a, b) => a - b);
  const [least, median, most] = [times[0], times[3], times[6]].map(Math.round);
  console.log(`keystroke to diagnostics: median ${median} ms, least ${least}, most ${most}`);
}
server.kill();
process.exit(0);
