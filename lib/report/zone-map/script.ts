/** What the map does by itself: leave one way alone, and show it for whoever comes from its finding. */
export const MAP_SCRIPT = `
'use strict';
(() => {
  const map = document.querySelector('.map');
  if (map === null) return;
  const all = (selector) => [...document.querySelectorAll(selector)];
  const picture = map.querySelector('svg');
  const items = all('.map [data-ways]').map((item) => ({ item, ways: item.dataset.ways.split(' ') }));
  let shown = '';
  const bring = () => {
    const first = picture.querySelector('.track.on rect');
    if (first === null) return;
    const [to, at] = [map.getBoundingClientRect(), first.getBoundingClientRect()];
    map.scrollBy(at.left - to.left - to.width / 3, at.top - to.top - to.height / 3);
  };
  const show = (id, dims = true) => {
    shown = id;
    picture.classList.toggle('one', dims && id !== '');
    for (const { item, ways } of items) item.classList.toggle('on', ways.includes(id));
    for (const entry of all('.ways > li')) entry.classList.toggle('on', entry.id === id);
    for (const button of all('button[data-way]')) {
      if (button.dataset.way === '') button.hidden = id === '';
      else button.setAttribute('aria-pressed', String(button.dataset.way === id));
    }
  };
  const lead = (id) => {
    show(id);
    map.scrollIntoView({ block: 'center' });
    bring();
  };
  for (const button of all('button[data-way]')) {
    button.addEventListener('click', () => {
      const id = button.dataset.way;
      if (id === '' || id === shown && picture.classList.contains('one')) show('');
      else lead(id);
      if (id === '') map.focus();
    });
  }
  // Whoever comes back from a finding sees the way that led there.
  for (const link of all('.map [data-ways] a')) {
    link.addEventListener('click', () => {
      const ways = link.parentElement.dataset.ways.split(' ');
      const way = ways.find((id) => document.querySelector('#' + id + ' a[href="' + link.getAttribute('href') + '"]'));
      if (way !== undefined) show(way);
    });
  }
  addEventListener('keydown', (event) => { if (event.key === 'Escape' && shown !== '') show(''); });
  const fit = document.querySelector('[data-fit]');
  fit.addEventListener('click', () => {
    fit.setAttribute('aria-pressed', String(map.classList.toggle('fit')));
  });
  const arrive = () => {
    const entry = /^#w-\\d+$/.test(location.hash) ? document.querySelector('.ways > ' + location.hash) : null;
    if (entry === null) return;
    lead(entry.id);
    entry.querySelector('button').focus({ preventScroll: true });
  };
  addEventListener('hashchange', arrive);
  const forbidden = all('.ways > li:not(.permitted)');
  // The only way needs no choice.
  if (forbidden.length === 1) show(forbidden[0].id, false);
  arrive();
})();
`;
