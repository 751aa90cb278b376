// A term of a text opens beside the text what its page says first. Without this script its link leads to that page.
"use strict";

{
  const panel = document.querySelector(".panel");
  const inside = panel.querySelector("div");
  const waiting = inside.dataset.loading;
  let opener = null;

  const close = () => {
    panel.hidden = true;
    opener?.focus();
    opener = null;
  };

  const open = async (link) => {
    opener = link;
    inside.replaceChildren(waiting);
    panel.hidden = false;
    panel.focus();
    const address = new URL(link.href);
    address.searchParams.set("brief", "yes");
    try {
      const answer = await fetch(address);
      const page = new DOMParser().parseFromString(await answer.text(), "text/html");
      const card = page.querySelector(".card");
      if (!answer.ok || !card) throw new Error(answer.statusText);
      // Another term may have been opened in the meantime, or the panel closed.
      if (opener === link) inside.replaceChildren(document.adoptNode(card));
    } catch {
      location.assign(link.href);
    }
  };

  document.addEventListener("click", (event) => {
    const link = event.target.closest?.(".parallel a.term");
    if (!link || event.button || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    event.preventDefault();
    open(link);
  });
  panel.querySelector("button").addEventListener("click", close);
  document.addEventListener("keydown", (event) => {
    if (event.key === "Escape" && !panel.hidden) close();
  });
}
