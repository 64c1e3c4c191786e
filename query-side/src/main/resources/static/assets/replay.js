/*
 * Steps through the history of a request: the slider, the arrow keys, play and pause. Each stop is a page of its own with a
 * link of its own; without this file the links beside the slider do the same.
 */
(() => {
  'use strict';
  const slider = document.querySelector('[data-replay]');
  const play = document.querySelector('[data-play]');
  const stops = [...document.querySelectorAll('#replay-stops option')].map(option => option.dataset.href);
  const PAUSE = 2500;
  const PLAYING = 'comity-replay';

  const go = index => { if (stops[index]) location.replace(stops[index]); };
  const at = Number(slider.getAttribute('value'));
  const playing = () => sessionStorage.getItem(PLAYING) === location.pathname;
  let timer;

  function stop() {
    clearTimeout(timer);
    sessionStorage.removeItem(PLAYING);
    play.textContent = play.dataset.play;
  }

  function run() {
    if (at + 1 >= stops.length) return stop();
    sessionStorage.setItem(PLAYING, location.pathname);
    play.textContent = play.dataset.pause;
    timer = setTimeout(() => go(at + 1), PAUSE);
  }

  slider.hidden = false;
  slider.addEventListener('input', () => stop());
  slider.addEventListener('change', () => go(Number(slider.value)));

  play.dataset.play = play.textContent;
  play.hidden = stops.length < 2;
  play.addEventListener('click', () => {
    if (playing()) stop();
    else if (at + 1 < stops.length) run();
    else { sessionStorage.setItem(PLAYING, location.pathname); go(0); }
  });

  // The slider has the arrow keys by itself; elsewhere on the page they step, too, unless something else needs them.
  addEventListener('keydown', event => {
    if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return;
    if (event.target.closest('input, select, textarea')) return;
    const forward = document.documentElement.dir === 'rtl' ? 'ArrowLeft' : 'ArrowRight';
    const back = document.documentElement.dir === 'rtl' ? 'ArrowRight' : 'ArrowLeft';
    if (event.key === forward) { stop(); go(at + 1); }
    if (event.key === back) { stop(); go(at - 1); }
  });

  if (playing()) run();
})();
