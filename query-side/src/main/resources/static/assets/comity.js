/*
 * Sends the form of a command to the door as JSON and shows what the rules say.
 * Texts come from the page, in its language; this file has none.
 */
'use strict';

(() => {
  const meta = name => document.querySelector(`meta[name="${name}"]`)?.content ?? '';
  const inputsOf = field => [...field.querySelectorAll('input, select, textarea')];
  let serial = 0;

  /** Gives each input an id, so that its help and its fault are read out with it. */
  function wire(root) {
    for (const field of root.querySelectorAll('[data-field]')) {
      const notes = [...field.children].filter(child => child.matches('.help, .fault'));
      notes.forEach(note => { note.id ||= `n${++serial}`; });
      const ids = notes.map(note => note.id).join(' ');
      if (ids && !isNest(field)) inputsOf(field).forEach(input => input.setAttribute('aria-describedby', ids));
    }
    for (const select of root.querySelectorAll('[data-lookup]')) requests(select);
    for (const select of root.querySelectorAll('[data-state]')) if (select.value) offices(select.closest('[data-field]'), select.value);
  }

  async function answerOf(path) {
    const answer = await fetch(path, { headers: { Accept: 'application/json' } });
    return answer.ok ? answer.json() : { items: [] };
  }

  /** Offers the requests that the reader may know of, by their spoken references. */
  async function requests(select) {
    const { items } = await answerOf(`${select.dataset.lookup}?size=100`);
    for (const one of items) {
      const label = [one.reference, `${one.from} → ${one.to}`, one.offence].filter(Boolean).join(' · ');
      const known = [...select.options].find(option => option.value === one.id);
      if (known) known.text = label; else select.add(new Option(label, one.id));
    }
    if (select.dataset.value) select.value = select.dataset.value;
  }

  const isNest = field => ['GROUP', 'LIST', 'MAP'].includes(field.dataset.input);

  /** Fields directly inside an element, not those nested deeper. */
  function members(element) {
    return [...element.querySelectorAll('[data-field]')]
      .filter(field => field.parentElement.closest('[data-field], [data-row], [data-root], [data-act]') === element);
  }

  const rows = list => [...list.querySelectorAll('[data-row]')].filter(row => row.parentElement.closest('[data-field]') === list);

  /** A list in which there must be something is itself missing if there is nothing. */
  const none = (field, blank) => blank && field.dataset.asked === 'true' ? [field] : [];

  /** What a field says: its value, whether it is blank, and which required fields inside it lack a value. */
  function read(field) {
    switch (field.dataset.input) {
      case 'GROUP': return readGroup(field);
      case 'LIST': return readList(field);
      case 'MAP': return readMap(field);
      case 'CHOICES': {
        const chosen = inputsOf(field).filter(box => box.checked)
          .map(box => field.dataset.mode === 'numeric' ? Number(box.value) : box.value);
        return { value: chosen.length || field.dataset.required === 'true' ? chosen : undefined, blank: !chosen.length, missing: none(field, !chosen.length) };
      }
      case 'YES_NO': {
        const box = field.querySelector('input');
        return { value: box.checked, blank: !box.checked, missing: [] };
      }
      default: {
        const value = single(field);
        const blank = value === undefined;
        return { value, blank, missing: blank && field.dataset.required === 'true' ? [field] : [] };
      }
    }
  }

  function single(field) {
    const [first, second] = inputsOf(field);
    if (field.dataset.input === 'AUTHORITY') return field.querySelector('[data-authority]').value || undefined;
    const text = first.value.trim();
    if (!text) return undefined;
    switch (field.dataset.input) {
      case 'NUMBER': return Number(text);
      case 'INSTANT': return `${text}Z`;
      case 'OFFSET_INSTANT': return `${text}${second.value}`;
      case 'DURATION': return second.value === 'D' ? `P${text}D` : `PT${text}H`;
      case 'YES_NO_UNCHANGED': return text === 'true';
      case 'ANY': try { return JSON.parse(text); } catch { return text; }
      default: return text;
    }
  }

  function gather(fields) {
    const found = { value: {}, blank: true, missing: [] };
    for (const field of fields) {
      const part = read(field);
      if (part.value !== undefined) found.value[field.dataset.field] = part.value;
      found.blank &&= part.blank;
      found.missing.push(...part.missing);
    }
    return found;
  }

  function readGroup(field) {
    const found = gather(members(field));
    const absent = found.blank && field.dataset.required !== 'true';
    return absent ? { value: undefined, blank: true, missing: [] } : found;
  }

  function readList(field) {
    const parts = rows(field).map(row => read(members(row)[0])).filter(part => !part.blank);
    const value = parts.map(part => part.value);
    return {
      value: value.length || field.dataset.required === 'true' ? value : undefined,
      blank: !value.length,
      missing: [...none(field, !value.length), ...parts.flatMap(part => part.missing)]
    };
  }

  function readMap(field) {
    const value = {};
    const missing = [];
    for (const row of rows(field)) {
      const [key, content] = members(row).map(read);
      if (key.blank && content.blank) continue;
      missing.push(...key.missing, ...content.missing);
      if (!key.blank && !content.blank) value[key.value] = content.value;
    }
    const blank = !Object.keys(value).length;
    missing.unshift(...none(field, blank));
    return { value: !blank || field.dataset.required === 'true' ? value : undefined, blank, missing };
  }

  /** Puts a value into an input; one that is not among the choices is added to them, lest it be lost. */
  function put(input, value) {
    if (input.matches('select') && ![...input.options].some(option => option.value === value)) input.add(new Option(value, value));
    input.value = value;
  }

  /** The reverse of read. What was erased or is withheld is left empty, and so stays as it is. */
  function fill(field, value) {
    if (value === undefined || value === null || value.erased || value.restricted) return;
    const [first, second] = inputsOf(field);
    switch (field.dataset.input) {
      case 'GROUP': return members(field).forEach(part => fill(part, value[part.dataset.field]));
      case 'LIST': return value.forEach(one => fill(members(addRow(field))[0], one));
      case 'MAP': return Object.entries(value).forEach(pair => members(addRow(field)).forEach((part, at) => fill(part, pair[at])));
      case 'CHOICES': return inputsOf(field).forEach(box => { box.checked = value.map(String).includes(box.value); });
      case 'YES_NO': first.checked = value; return;
      case 'INSTANT': first.value = value.replace(/Z$/, ''); return;
      case 'OFFSET_INSTANT': {
        const [, at, offset] = /^(.*?)(Z|[+-]\d\d:\d\d)$/.exec(value);
        first.value = at;
        put(second, offset === 'Z' ? '+00:00' : offset);
        return;
      }
      default: put(first, String(value));
    }
  }

  /** Fills a form with what there is already, and keeps in mind what each field then said. */
  function begin(form) {
    const all = members(form.querySelector('[data-root]'));
    const says = JSON.parse(form.dataset.says);
    all.forEach(field => fill(field, says[field.dataset.field]));
    form.begun = Object.fromEntries(all.map(field => [field.dataset.field, JSON.stringify(read(field).value)]));
  }

  /** Only what was changed: a colleague may have changed the rest since. What was emptied is sent as empty. */
  function changed(form, value) {
    if (!form.begun) return value;
    const news = {};
    for (const field of members(form.querySelector('[data-root]'))) {
      const name = field.dataset.field;
      if (JSON.stringify(value[name]) === form.begun[name]) continue;
      const none = { LIST: [], CHOICES: [], MAP: {} }[field.dataset.input];
      news[name] = value[name] ?? none;
    }
    return news;
  }

  /** The field that a path such as identifiers[0].ipv4 names, or the nearest one around it. */
  function locate(form, path) {
    const steps = path.replace(/^\$\.?/, '').replace(/\[(\d+)\]/g, '.$1').split('.').filter(Boolean);
    let inside = [...members(form.querySelector('[data-root]')), ...members(form.querySelector('[data-act]'))];
    let found = null;
    for (const step of steps) {
      if (/^\d+$/.test(step) && found?.dataset.input === 'LIST') {
        const row = rows(found)[Number(step)];
        if (!row) break;
        found = members(row)[0];
      } else if (found?.dataset.input === 'MAP') {
        const row = rows(found).find(one => String(read(members(one)[0]).value) === step);
        if (!row) break;
        found = members(row)[1];
      } else {
        const next = inside.find(field => field.dataset.field === step);
        if (!next) break;
        found = next;
      }
      inside = members(found);
    }
    return found;
  }

  function mark(field, text) {
    const note = [...field.children].find(child => child.matches('.fault'));
    if (!note) return false;
    note.append(note.textContent ? ' ' : '', text);
    note.hidden = false;
    field.classList.add('has-fault');
    inputsOf(field).slice(0, 1).forEach(input => input.setAttribute('aria-invalid', 'true'));
    return true;
  }

  function clear(form) {
    form.querySelectorAll('.fault').forEach(note => { note.textContent = ''; note.hidden = true; });
    form.querySelectorAll('.has-fault').forEach(field => field.classList.remove('has-fault'));
    form.querySelectorAll('[aria-invalid]').forEach(input => input.removeAttribute('aria-invalid'));
    form.querySelector('[data-problem]').hidden = true;
    form.querySelector('[data-conflict]').hidden = true;
  }

  function paragraph(text, english) {
    const line = document.createElement('p');
    line.textContent = text;
    if (english) { line.lang = 'en'; line.dir = 'ltr'; }
    return line;
  }

  /** Shows on top what no field can show; whoever reads by ear is brought there. */
  function complain(form, ...lines) {
    const box = form.querySelector('[data-problem]');
    box.replaceChildren(...lines);
    box.hidden = false;
    box.focus();
  }

  async function conflict(form) {
    const { page, id, version } = form.dataset;
    const answer = await fetch(`${page}/${id}/changes?since=${encodeURIComponent(version)}`, { headers: { Accept: 'text/html' } });
    if (!answer.ok) return false;
    const changed = new DOMParser().parseFromString(await answer.text(), 'text/html').querySelector('[data-changed]');
    if (!changed) return false;
    form.dataset.version = changed.dataset.changed;
    form.querySelector('[data-changes]').replaceChildren(document.importNode(changed, true));
    const box = form.querySelector('[data-conflict]');
    box.hidden = false;
    box.focus();
    return true;
  }

  async function refused(form, answer) {
    const problem = await answer.json().catch(() => ({}));
    if (answer.status === 409 && problem.changed && form.dataset.id && await conflict(form)) return;
    const general = form.getAttribute(`data-text-${answer.status}`) ?? form.getAttribute('data-text-500');
    const head = document.createElement('p');
    head.append(Object.assign(document.createElement('b'), { textContent: general }));
    const lines = [head];
    if (problem.detail) lines.push(paragraph(problem.detail, true));
    if (problem.source) lines.push(paragraph(`${form.dataset.textSource}: ${problem.source}`, true));
    for (const { field, rule } of problem.errors ?? []) {
      const place = field ? locate(form, field) : null;
      if (!place || !mark(place, rule)) lines.push(paragraph(`${field}: ${rule}`, true));
      place?.closest('details')?.setAttribute('open', '');
    }
    complain(form, ...lines);
  }

  async function send(form) {
    clear(form);
    const said = gather(members(form.querySelector('[data-root]')));
    const act = gather(members(form.querySelector('[data-act]')));
    const missing = [...said.missing, ...act.missing];
    const broken = inputsOf(form).filter(input => input.validity?.badInput);
    if (missing.length || broken.length) {
      missing.forEach(field => mark(field, form.dataset.textMissing));
      broken.forEach(input => mark(input.closest('[data-field]'), form.dataset.textInvalid));
      complain(form, paragraph(form.dataset.textInvalid));
      return;
    }
    const body = { ...changed(form, said.value), ...act.value };
    const headers = {
      'Content-Type': 'application/json',
      Accept: 'application/json, application/problem+json',
      'Idempotency-Key': form.dataset.key
    };
    if (form.dataset.version !== undefined) headers['If-Match'] = `"${form.dataset.version}"`;
    if (meta('csrf-header')) headers[meta('csrf-header')] = meta('csrf-token');
    const answer = await fetch(form.dataset.action, { method: 'POST', headers, body: JSON.stringify(body) });
    if (!answer.ok) return refused(form, answer);
    const { id } = await answer.json();
    if (form.querySelector('[data-hands-over]')?.checked && !await handedOver(form, headers)) return;
    form.dataset.sent = 'true';
    if (form.dataset.next) {
      location.assign(`${form.dataset.page}/${id}/${form.dataset.next}`);
      return;
    }
    const how = answer.status === 202 ? 'proposed' : 'done';
    location.assign(`${form.dataset.page}/${id ?? form.dataset.id}?${how}=${form.dataset.command}`);
  }

  /** The second half of a hand-over: the new assignment stands, the own one ends. */
  async function handedOver(form, headers) {
    const { 'If-Match': seen, ...rest } = headers;
    const answer = await fetch(form.dataset.action.replace(/assign$/, 'unassign'), {
      method: 'POST',
      headers: { ...rest, 'Idempotency-Key': `${form.dataset.key}-b` },
      body: form.dataset.handOver
    });
    if (!answer.ok) await refused(form, answer);
    return answer.ok;
  }

  /** The name of an office in the language of the page, else the one by which it is listed. */
  function called(office) {
    const language = document.documentElement.lang.split('-')[0];
    const tag = Object.keys(office.names ?? {}).find(one => one.split('-')[0] === language);
    return (tag && office.names[tag]) ?? office.name ?? office.id;
  }

  async function offices(field, state) {
    const select = field.querySelector('[data-authority]');
    const [none] = select.options;
    select.replaceChildren(none);
    if (!state) return;
    const { items } = await answerOf(`/api/authorities?state=${encodeURIComponent(state)}`);
    for (const one of items) select.add(new Option(called(one), one.id));
  }

  async function digest(file) {
    const hash = await crypto.subtle.digest('SHA-256', await file.arrayBuffer());
    return `sha-256:${[...new Uint8Array(hash)].map(byte => byte.toString(16).padStart(2, '0')).join('')}`;
  }

  function addRow(list) {
    const template = [...list.children].find(child => child.matches('template'));
    const place = [...list.children].find(child => child.matches('[data-rows]'));
    place.append(template.content.cloneNode(true));
    const row = place.lastElementChild;
    wire(row);
    return row;
  }

  /** Only numbers and digests are taken from the files: a name that was found on a device may itself be personal. */
  async function manifest(list, files) {
    for (const file of files) {
      const row = addRow(list);
      const [mark, size, digests] = members(members(row)[0]);
      mark.querySelector('input').value = String(rows(list).length);
      size.querySelector('input').value = String(file.size);
      members(addRow(digests))[0].querySelector('input').value = await digest(file);
    }
  }

  document.addEventListener('click', event => {
    const add = event.target.closest('[data-add]');
    if (add) {
      const row = addRow(add.closest('[data-field]'));
      row.querySelector('input, select, textarea')?.focus();
    }
    const remove = event.target.closest('[data-remove]');
    if (remove) {
      const list = remove.closest('[data-row]').parentElement.closest('[data-field]');
      remove.closest('[data-row]').remove();
      [...list.children].find(child => child.matches('[data-add]'))?.focus();
    }
    const fill = event.target.closest('[data-fill]');
    if (fill) {
      document.getElementById('username').value = fill.dataset.fill;
      document.getElementById('password').focus();
    }
    if (event.target.closest('[data-print]')) print();
    for (const menu of document.querySelectorAll('details.menu[open]')) {
      if (!menu.contains(event.target)) menu.open = false;
    }
  });

  document.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    const menu = event.target.closest('details.menu[open]');
    if (menu) {
      menu.open = false;
      menu.querySelector('summary').focus();
    }
  });

  document.addEventListener('change', async event => {
    const input = event.target;
    if (input.matches('[data-state]')) await offices(input.closest('[data-field]'), input.value);
    if (input.matches('[data-digest]') && input.files.length) {
      input.closest('[data-field]').querySelector('input[type="text"]').value = await digest(input.files[0]);
    }
    if (input.matches('[data-manifest]')) {
      await manifest(input.closest('[data-field]'), input.files);
      input.value = '';
    }
  });

  for (const form of document.querySelectorAll('form.command')) {
    let touched = false;
    wire(form);
    if (form.dataset.says) begin(form);
    form.addEventListener('input', () => { touched = true; });
    form.addEventListener('submit', async event => {
      event.preventDefault();
      const button = form.querySelector('[type="submit"]');
      const name = button.textContent;
      button.disabled = true;
      button.textContent = form.dataset.textSending;
      try {
        await send(form);
      } catch {
        complain(form, paragraph(form.getAttribute('data-text-500')));
      } finally {
        button.disabled = false;
        button.textContent = name;
      }
    });
    addEventListener('beforeunload', event => {
      if (touched && !form.dataset.sent) event.preventDefault();
    });
  }
})();
