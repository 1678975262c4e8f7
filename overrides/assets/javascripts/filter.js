// Filters the rows of the matrix. The state lives in the form; without this script every row is shown.
(() => {
  const form = document.querySelector("[data-filter]");
  const groups = [...document.querySelectorAll("[data-filter-rows] [data-group]")];
  if (!form) return;

  const apply = () => {
    const { group, support, differ } = form.elements;
    for (const body of groups) {
      for (const row of body.querySelectorAll("[data-differ]"))
        row.hidden = (group.value && body.dataset.group !== group.value) ||
          (support.value && !row.dataset.support.split(" ").includes(support.value)) ||
          (differ.checked && row.dataset.differ === "no");
      body.hidden = !body.querySelector("[data-differ]:not([hidden])");
    }
    const rows = groups.flatMap((body) => [...body.querySelectorAll("[data-differ]")]);
    const count = form.querySelector("[data-filter-count]");
    const values = { n: rows.filter((row) => !row.hidden).length, total: rows.length };
    count.textContent = count.dataset.text.replace(/\{(\w+)\}/g, (all, key) => values[key] ?? all);
  };

  form.hidden = false;
  form.addEventListener("change", apply);
  form.addEventListener("submit", (event) => event.preventDefault());
  apply();
})();
