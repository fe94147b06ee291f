/** What the page does by itself: change the language, filter, open what a link points into, and open all for print. */
export const SCRIPT = `
'use strict';
(() => {
  const all = (selector) => [...document.querySelectorAll(selector)];
  const speak = (language) => {
    document.documentElement.lang = language;
    document.title = document.documentElement.dataset[language];
    for (const button of all('[data-language]')) {
      button.setAttribute('aria-pressed', String(button.dataset.language === language));
    }
    for (const option of all('option[data-ja]')) option.textContent = option.dataset[language];
  };
  for (const button of all('[data-language]')) {
    button.addEventListener('click', () => speak(button.dataset.language));
  }
  const filters = all('[data-filter]');
  const filter = () => {
    const wanted = Object.fromEntries(filters.map((field) => [field.dataset.filter, field.value.trim().toLowerCase()]));
    let shown = 0;
    for (const article of all('article[data-verdict]')) {
      const fits = (!wanted.verdict || article.dataset.verdict === wanted.verdict)
        && (!wanted.zone || article.dataset.zone === wanted.zone)
        && (!wanted.text || article.textContent.toLowerCase().includes(wanted.text));
      article.hidden = !fits;
      if (fits) shown++;
    }
    for (const group of all('[data-group]')) {
      group.hidden = group.querySelector('article[data-verdict]:not([hidden])') === null;
    }
    const count = document.querySelector('[data-shown]');
    if (count !== null) count.textContent = String(shown);
  };
  for (const field of filters) field.addEventListener('input', filter);
  const reveal = () => {
    const target = document.getElementById(decodeURIComponent(location.hash.slice(1)));
    if (target === null) return;
    if (target.hidden || target.closest('[hidden]') !== null) {
      for (const field of filters) field.value = '';
      filter();
    }
    for (let at = target; at !== null; at = at.parentElement) if (at.tagName === 'DETAILS') at.open = true;
    target.scrollIntoView();
  };
  addEventListener('hashchange', reveal);
  let closed = [];
  addEventListener('beforeprint', () => {
    closed = all('details:not([open])');
    for (const details of closed) details.open = true;
  });
  addEventListener('afterprint', () => { for (const details of closed) details.open = false; });
  filter();
  reveal();
})();
`;
