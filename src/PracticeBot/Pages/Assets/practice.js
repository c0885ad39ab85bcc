// The practice page: pick a client, talk with them in Web Chat, come back where one was. No address but this server's is ever asked.
const remembered = 'practice.talk';
const draft = 'practice.draft';
const domain = `${location.origin}/v3/directline`;
const words = document.body.dataset;
const byId = id => document.getElementById(id);

let talk = null; // { conversationId, persona, name }
let room = null; // what closes the running Web Chat
let session = null; // the talk that the last line was of

const remember = value => value ? localStorage.setItem(remembered, JSON.stringify(value)) : localStorage.removeItem(remembered);
function remembers() {
  try { return JSON.parse(localStorage.getItem(remembered)); } catch { return null; }
}

const filled = (template, value) => template.replace('{0}', value);
const wait = milliseconds => new Promise(done => setTimeout(done, milliseconds));

/** A token for this learner's conversation, or for a new one. Null where the server does not know the conversation any more. */
async function token(conversationId) {
  for (let pause = 500; ; pause = Math.min(pause * 2, 8000)) {
    try {
      const query = conversationId ? `?conversationId=${encodeURIComponent(conversationId)}` : '';
      const answer = await fetch(`/api/directline/token${query}`, { method: 'POST' });
      if (answer.ok) return await answer.json();
      if (answer.status >= 400 && answer.status < 500) return null;
    } catch { /* the server is away: ask again */ }
    byId('status').textContent = words.reconnecting;
    await wait(pause);
  }
}

let loading = null;
function webChat() {
  loading ??= new Promise((done, failed) => {
    const script = document.createElement('script');
    script.src = words.webchat;
    script.onload = () => done(window.WebChat);
    script.onerror = () => { loading = null; failed(new Error(words.failed)); };
    document.head.append(script);
  });
  return loading;
}

const colour = name => getComputedStyle(document.documentElement).getPropertyValue(name).trim();

function styleOptions() {
  return {
    accent: colour('--accent'), backgroundColor: colour('--paper'), primaryFont: 'Figtree, system-ui, sans-serif', monospaceFont: 'Figtree, system-ui, sans-serif',
    subtle: colour('--soft'), paddingRegular: 12, paddingWide: 20,
    bubbleBackground: colour('--client'), bubbleTextColor: colour('--ink'), bubbleBorderColor: colour('--line'), bubbleBorderRadius: 18, bubbleMaxWidth: 560, bubbleMinHeight: 44,
    bubbleFromUserBackground: colour('--learner'), bubbleFromUserTextColor: colour('--ink'), bubbleFromUserBorderColor: colour('--learner'), bubbleFromUserBorderRadius: 18,
    botAvatarInitials: '', userAvatarInitials: '', showAvatarInGroup: 'sender', avatarSize: 0,
    hideUploadButton: true, hideScrollToEndButton: false,
    sendBoxBackground: colour('--surface'), sendBoxTextColor: colour('--ink'), sendBoxPlaceholderColor: colour('--soft'), sendBoxButtonColor: colour('--accent'),
    sendBoxButtonColorOnHover: colour('--accent'), sendBoxButtonColorOnFocus: colour('--accent'), sendBoxButtonShadeColor: 'transparent',
    sendBoxButtonShadeColorOnHover: colour('--sunken'), sendBoxButtonShadeColorOnFocus: colour('--sunken'), sendBoxButtonShadeColorOnActive: colour('--sunken'), sendBoxButtonShadeColorOnDisabled: 'transparent',
    sendBoxBorderTop: `1px solid ${colour('--line')}`, sendBoxHeight: 56, sendBoxMaxHeight: 200, sendBoxTextWrap: true,
    suggestedActionLayout: 'flow', suggestedActionBackgroundColor: 'transparent', suggestedActionBackgroundColorOnHover: colour('--accent-soft'), suggestedActionBackgroundColorOnFocus: colour('--accent-soft'), suggestedActionBackgroundColorOnActive: colour('--accent-soft'),
    suggestedActionBorderColor: colour('--line'), suggestedActionBorderRadius: 999, suggestedActionBorderWidth: 1, suggestedActionTextColor: colour('--accent'), suggestedActionTextColorOnHover: colour('--accent'), suggestedActionTextColorOnFocus: colour('--accent'), suggestedActionTextColorOnActive: colour('--accent'), suggestedActionHeight: 36,
    timestampColor: colour('--soft'), groupTimestamp: 600000, typingAnimationDuration: 60000,
    transcriptTerminatorBackgroundColor: colour('--sunken'), transcriptTerminatorColor: colour('--soft'), transcriptVisualKeyboardIndicatorColor: colour('--accent'), transcriptActivityVisualKeyboardIndicatorColor: colour('--accent'),
    markdownExternalLinkIconImage: 'none', connectivityTextSize: '.9rem', hideTranscriptActivityKeyboardIndicator: true, maxMessageLength: 20000,
  };
}

function cardStyles() {
  const plain = name => ({ default: colour(name), subtle: colour(name) });
  const colours = { default: { default: colour('--ink'), subtle: colour('--soft') }, dark: plain('--ink'), light: plain('--paper'), accent: plain('--accent'), good: plain('--landed'), warning: plain('--close'), attention: plain('--missed') };
  return {
    fontFamily: 'Figtree, system-ui, sans-serif', fontSizes: { small: 14, default: 15, medium: 17, large: 20, extraLarge: 24 }, fontWeights: { lighter: 400, default: 400, bolder: 620 },
    lineHeights: { small: 20, default: 23, medium: 25, large: 28, extraLarge: 32 }, supportsInteractivity: true,
    spacing: { small: 6, default: 10, medium: 16, large: 24, extraLarge: 32, padding: 16 }, separator: { lineThickness: 1, lineColor: colour('--line') },
    containerStyles: { default: { backgroundColor: colour('--surface'), foregroundColors: colours }, emphasis: { backgroundColor: colour('--sunken'), foregroundColors: colours } },
    actions: { actionsOrientation: 'horizontal', buttonSpacing: 8, maxActions: 5, spacing: 'medium', showCard: { actionMode: 'inline', inlineTopMargin: 12, style: 'emphasis' }, actionAlignment: 'left' },
  };
}

/** Words that were sent and not yet seen by the server are sent again until they are; the server knows them by their id. */
function pendingPosts(connection) {
  const pending = new Map();
  const timer = setInterval(() => {
    for (const [id, post] of pending) {
      if (Date.now() - post.since < 4000 || post.busy) continue;
      post.busy = true;
      fetch(`${domain}/conversations/${encodeURIComponent(connection.conversationId)}/activities`, {
        method: 'POST',
        headers: { 'Authorization': `Bearer ${connection.token}`, 'Content-Type': 'application/json' },
        body: JSON.stringify(post.activity),
      }).then(answer => { if (answer.ok || (answer.status < 500 && answer.status !== 403 && answer.status !== 401)) pending.delete(id); })
        .catch(() => { }).finally(() => { post.busy = false; post.since = Date.now(); });
    }
  }, 1000);
  return {
    add: activity => pending.set(activity.channelData?.clientActivityID, { activity, since: Date.now(), busy: false }),
    seen: activity => pending.delete(activity.channelData?.clientActivityID),
    all: () => [...pending.values()].map(post => post.activity),
    stop: () => clearInterval(timer),
  };
}

async function open(conversation, { begin, press, unsent = [] } = {}) {
  const chat = byId('chat');
  const WebChat = await webChat();
  room?.close();
  const place = document.createElement('div');
  place.style.height = '100%';
  chat.replaceChildren(place);

  const line = WebChat.createDirectLine({ token: conversation.token, conversationId: begin ? undefined : conversation.conversationId, domain, webSocket: true });
  const posts = pendingPosts(conversation);
  unsent.forEach(posts.add);
  let begun = !begin;
  const store = WebChat.createStore({}, ({ dispatch }) => next => action => {
    switch (action.type) {
      case 'DIRECT_LINE/CONNECT_FULFILLED':
        if (!begun) {
          begun = true;
          dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value: begin } });
        }
        if (press) {
          dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value: { practice: press } } });
          press = null;
        }
        break;
      case 'DIRECT_LINE/POST_ACTIVITY_PENDING':
        if (action.payload.activity.type === 'message') posts.add(action.payload.activity);
        break;
      case 'DIRECT_LINE/INCOMING_ACTIVITY':
        posts.seen(action.payload.activity);
        show(action.payload.activity.channelData?.practice);
        growing(action.payload.activity);
        if (action.payload.activity.channelData?.erased) setTimeout(() => gone(words.erased));
        byId('status').textContent = '';
        break;
      case 'WEB_CHAT/SET_SEND_BOX':
        sessionStorage.setItem(draft, action.payload.text ?? '');
        break;
    }
    return next(action);
  });

  const subscription = line.connectionStatus$.subscribe(status => {
    // 3 expired, 4 failed, 5 ended: what the client itself does not get over. The conversation is asked for anew and shown whole.
    if (status === 3 || status === 4 || status === 5) {
      byId('status').textContent = words.reconnecting;
      const unseen = posts.all();
      wait(500).then(() => reopen(unseen));
    }
  });
  room = { close() { subscription.unsubscribe(); posts.stop(); line.end(); room = null; } };

  WebChat.renderWebChat({
    directLine: line, store, locale: 'en-US', nonce: words.nonce, styleOptions: styleOptions(), adaptiveCardsHostConfig: cardStyles(),
    overrideLocalizedStrings: strings => ({ ...strings, TEXT_INPUT_PLACEHOLDER: words.placeholder }),
  }, place);
  // Who has a keyboard writes at once; a screen's own keyboard would cover the client's first words.
  if (matchMedia('(pointer: fine)').matches) place.querySelector('[data-id="webchat-sendbox-input"]')?.focus();
  const kept = sessionStorage.getItem(draft);
  if (kept) store.dispatch({ type: 'WEB_CHAT/SET_SEND_BOX', payload: { text: kept } });
  room.store = store;
}

let reopening = false;
async function reopen(unsent) {
  if (reopening || !talk) return;
  reopening = true;
  try {
    const conversation = await token(talk.conversationId);
    if (!talk) return;
    if (!conversation) { gone(); return; }
    await open(conversation, { unsent });
    byId('status').textContent = '';
  } finally { reopening = false; }
}

const choiceOf = persona => document.querySelector(`[data-persona="${CSS.escape(persona)}"]`);

/** Whose room it is. */
function face(persona, name) {
  byId('who').textContent = name;
  byId('face').replaceChildren(choiceOf(persona)?.closest('.client')?.querySelector('.portrait')?.cloneNode(true) ?? '');
  byId('chat').setAttribute('aria-label', filled(words.region, name));
}

/** Whose line came in: another talk began by a command, perhaps with another client. */
function show(practice) {
  if (!talk || !practice) return;
  if (practice.session !== session) {
    session = practice.session;
    byId('check-in').open = false;
    byId('check-in').hidden = false;
    byId('before').value = '';
    byId('kept').textContent = '';
  }
  const { persona } = practice;
  if (!persona || persona === talk.persona) return;
  talk = { ...talk, persona, name: choiceOf(persona)?.dataset.name ?? persona };
  remember(talk);
  face(talk.persona, talk.name);
}

/** While a line grows it can be stopped. */
function growing(activity) {
  if (activity.from?.role !== 'user') byId('stop').hidden = activity.channelData?.streamType !== 'streaming';
}

function enter(persona, name) {
  byId('gone').hidden = true;
  byId('picker').hidden = true;
  byId('room').hidden = false;
  face(persona, name);
  byId('chat').innerHTML = '';
  const loadingNote = document.createElement('p');
  loadingNote.className = 'loading';
  loadingNote.textContent = words.loading;
  byId('chat').append(loadingNote);
  byId('who').focus();
}

async function begin(persona, name, says = `start ${persona}`) {
  enter(persona, name);
  sessionStorage.removeItem(draft);
  try {
    const conversation = await token();
    talk = { conversationId: conversation.conversationId, persona, name };
    remember(talk);
    await open(conversation, { begin: says });
  } catch { byId('status').textContent = words.failed; }
}

async function goOn(kept, press) {
  talk = kept;
  enter(kept.persona, kept.name);
  try {
    const conversation = await token(kept.conversationId);
    if (!conversation) { gone(); return; }
    remember(talk);
    await open(conversation, { press });
  } catch { byId('status').textContent = words.failed; }
}

function leave() {
  room?.close();
  byId('stop').hidden = true;
  talk = session = null;
  byId('check-in').hidden = true;
  byId('status').textContent = '';
  byId('room').hidden = true;
  byId('picker').hidden = false;
  offerToContinue();
  byId('clients').focus();
}

/** The server keeps nothing of the talk any more. */
function gone(why = words.gone) {
  remember(null);
  leave();
  byId('gone').textContent = why;
  byId('gone').hidden = false;
}

function offerToContinue() {
  const kept = remembers();
  byId('resume').hidden = !kept;
  if (kept) byId('continue').textContent = filled(words.continue, kept.name);
}

document.querySelectorAll('.choose').forEach(button => button.addEventListener('click', () => begin(button.dataset.persona, button.dataset.name)));
byId('continue').addEventListener('click', () => goOn(remembers()));
byId('back').addEventListener('click', leave);
byId('again').addEventListener('click', () => begin(talk.persona, talk.name));
byId('stop').addEventListener('click', () => {
  byId('stop').hidden = true;
  room?.store.dispatch({ type: 'WEB_CHAT/SEND_POST_BACK', payload: { value: { practice: { command: 'stop', session } } } });
});
byId('end').addEventListener('click', () => room?.store.dispatch({ type: 'WEB_CHAT/SEND_MESSAGE', payload: { text: 'end' } }));
matchMedia('(prefers-color-scheme: dark)').addEventListener('change', () => talk && reopen([]));

byId('check-in').addEventListener('submit', async event => {
  event.preventDefault();
  const form = new FormData(event.target);
  try {
    const answer = await fetch(`/sessions/${encodeURIComponent(session)}/check-in`, { method: 'POST', body: new URLSearchParams(form) });
    byId('kept').textContent = answer.ok ? words.kept : words.notKept;
  } catch { byId('kept').textContent = words.notKept; }
});

/** Where a link of another page leads: a talk that begins, or a moment of an earlier one. */
function asked() {
  const query = new URLSearchParams(location.search);
  if (query.size === 0) return false;
  history.replaceState(null, '', '/');
  const nameOf = persona => choiceOf(persona)?.dataset.name;
  const [start, drill, conversationId] = [query.get('start'), query.get('drill'), query.get('talk')];
  if (start && nameOf(start)) begin(start, nameOf(start));
  else if (drill && nameOf(drill)) begin(drill, nameOf(drill), `/drill ${drill} ${query.get('moment') ?? ''}`.trim());
  else if (conversationId) {
    const persona = query.get('with') ?? '';
    goOn({ conversationId, persona, name: nameOf(persona) ?? persona }, { command: 'again', session: query.get('session'), id: query.get('again') });
  } else return false;
  return true;
}

document.querySelectorAll('.drill').forEach(button => button.addEventListener('click', () => begin(button.dataset.persona, button.dataset.name, `drill ${button.dataset.persona}`)));
byId('unaided')?.addEventListener('click', event => begin(event.currentTarget.dataset.persona, event.currentTarget.dataset.name, 'unaided'));

// Who reloads or goes back is where they were; who comes by an address chooses.
const comesBack = performance.getEntriesByType('navigation')[0]?.type !== 'navigate';
const kept = remembers();
if (!asked()) {
  if (kept && comesBack && sessionStorage.getItem('practice.inRoom')) goOn(kept); else offerToContinue();
}
addEventListener('pagehide', () => talk ? sessionStorage.setItem('practice.inRoom', '1') : sessionStorage.removeItem('practice.inRoom'));
