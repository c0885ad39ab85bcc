// A language model's stand-in that speaks OpenAI's protocol: judges every reply kindly, and says one line slowly. Prints its port.
//   node model.mjs LINE
import http from 'node:http';

const line = process.argv[2];
const pause = time => new Promise(done => setTimeout(done, time));

function judgement(prompt) {
  const reply = JSON.parse(/which you judge: (".*")/.exec(prompt)?.[1] ?? '""');
  const words = reply.split(' ').slice(0, 6).join(' ');
  return JSON.stringify({
    holds: 'She feels that she is the one who lets everyone down.',
    judgement: {
      kind: 'offering', invites: 'none', feelings: [{ feeling: 'shame', strength: 'plain', words }], denies: '', meaning: 'part', meaningWords: words,
      adds: 'implicit', tentative: false, checks: false, tone: 'warm', pace: 'steady', words: 'plain', presence: 'with', moves: ['reflection.complex'],
      breaches: [], repair: [], sure: 'fairly',
    },
    evidence: [{ of: 'attunement.tone', words }],
    why: 'You stayed with the weight of it.',
  });
}

const server = http.createServer(async (request, response) => {
  let body = '';
  for await (const part of request) body += part;
  const asked = JSON.parse(body);
  const last = asked.messages.at(-1).content;
  const isAssessor = asked.response_format?.json_schema?.name === 'assessment';
  const text = isAssessor ? judgement(typeof last === 'string' ? last : last.map(part => part.text).join('')) : line;
  const part = (delta, finish = null) => `data: ${JSON.stringify({
    id: 'x', object: 'chat.completion.chunk', created: 1, model: 'm', choices: [{ index: 0, delta, finish_reason: finish }],
  })}\n\n`;
  response.setHeader('content-type', 'text/event-stream');
  response.write(part({ role: 'assistant', content: '' }));
  for (let at = 0; at < text.length; at += 4) {
    response.write(part({ content: text.slice(at, at + 4) }));
    await pause(isAssessor ? 1 : 60);
  }
  response.end(`${part({}, 'stop')}data: [DONE]\n\n`);
});
server.listen(0, '127.0.0.1', () => console.log(server.address().port));
