// A round's board by keys: nothing here that its form does not do without them.
"use strict";

{
  const stops = [...document.querySelectorAll(".board [data-stop]")];
  const help = document.querySelector(".board-keys");
  const chosen = document.querySelector(".chosen");
  let last = -1;

  const present = () => {
    const at = stops.indexOf(document.activeElement.closest?.("[data-stop]"));
    return at >= 0 ? at : last;
  };

  const visit = (stop) => {
    last = stops.indexOf(stop);
    stop.querySelector(".entry").focus();
    stop.scrollIntoView({ block: "nearest" });
  };

  const go = (step) => {
    const stop = stops[Math.min(stops.length - 1, Math.max(0, present() + step))];
    if (stop) visit(stop);
  };

  const count = () => {
    if (!chosen) return;
    const made = document.querySelectorAll('.answering input:checked:not([value=""])').length;
    chosen.textContent = chosen.dataset.words.replace("{chosen}", made);
    chosen.hidden = false;
  };

  const choose = (value) => {
    const stop = stops[present()];
    const choice = stop?.querySelector(`.choices input[value="${value}"]`);
    if (!choice) return;
    choice.checked = true;
    count();
    const text = { reserve: ".reserving textarea", refuse: ".refusing textarea" }[value];
    if (text) stop.querySelector(text).focus();
    else visit(stop);
  };

  const BOARD = {
    j: () => go(1),
    k: () => go(-1),
    a: () => choose("accept"),
    v: () => choose("reserve"),
    r: () => choose("refuse"),
    l: () => choose(""),
    o: () => stops[present()]?.querySelector(".proposal")?.click(),
    p: () => document.querySelector("#passphrase-answer")?.focus(),
    "?": () => help.showModal(),
  };
  const ARROWS = { ArrowDown: BOARD.j, ArrowUp: BOARD.k };

  document.addEventListener("keydown", (event) => {
    const at = event.target;
    if (event.ctrlKey || event.metaKey || event.altKey || !enabled() || help.open) return;
    const stop = at.closest?.("[data-stop]");
    const choice = at.matches?.('input[type="radio"]');
    if (!choice && at.closest?.("input, select, textarea, [contenteditable]")) {
      if (event.key === "Escape" && stop) visit(stop);
      return;
    }
    // Arrows scroll the page elsewhere, and choose between the answers.
    const action = BOARD[event.key] ?? (stop && !choice && ARROWS[event.key]);
    if (!action) return;
    event.preventDefault();
    action();
  });
  document.addEventListener("change", count);
  count();
}
