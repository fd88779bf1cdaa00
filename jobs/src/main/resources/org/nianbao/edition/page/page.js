'use strict';
// Charts are drawn from the tables below them; tables sort and filter. Without scripts the tables remain.
(() => {
  const root = document.documentElement;
  const $ = (selector, from = document) => [...from.querySelectorAll(selector)];
  const number = cell => cell.dataset.value === undefined ? null : Number(cell.dataset.value);
  const add = (parent, tag, text) => {
    const child = parent.appendChild(document.createElement(tag));
    if (text !== undefined) child.textContent = text;
    return child;
  };

  // What a table says: its rows by their heads, its columns of numbers as series.
  function read(table) {
    const heads = [...table.tHead.rows[0].cells];
    const rows = [...table.tBodies[0].rows];
    return {
      names: rows.map(row => row.cells[0].textContent),
      series: heads.slice(1).map((head, i) => ({
        name: head.dataset.name || head.textContent,
        unit: head.dataset.unit || '',
        values: rows.map(row => number(row.cells[i + 1])),
        texts: rows.map(row => row.cells[i + 1].textContent)
      }))
    };
  }

  const colour = name => getComputedStyle(root).getPropertyValue('--' + name).trim();
  const palette = () => [1, 2, 3, 4, 5, 6, 7, 8].map(i => colour('s' + i));
  const shown = (value, unit) => unit === '%' ? Math.round(value * 1000) / 10 + '%' : value.toLocaleString('zh-CN');
  // 2016年（缺） takes two short lines below an axis.
  const short = name => name.replace(/^(\d{4})年/, '$1').replace(/（(.*)）$/, '\n$1');

  function tip(data, withUnit) {
    return points => {
      const list = Array.isArray(points) ? points : [points];
      const box = document.createElement('div');
      add(box, 'strong', data.names[list[0].dataIndex]);
      for (const point of list) {
        const series = data.series.find(one => one.name === point.seriesName);
        if (!series) continue;
        const unit = series.unit === '%' || series.values[point.dataIndex] === null ? '' : series.unit;
        add(box, 'div', series.name + '：' + series.texts[point.dataIndex] + (withUnit ? unit : ''));
      }
      return box;
    };
  }

  // Lines that a legend takes at a width: marks, names and gaps in a row. Many names are turned over instead.
  const MANY = 12;
  const legendLines = (data, width) => data.series.length > MANY ? 1
    : Math.max(1, Math.ceil(data.series.reduce((sum, one) => sum + 46 + 12.5 * one.name.length, 0) / (width - 20)));

  function frame(data, lines) {
    const ink = colour('ink'), quiet = colour('quiet'), line = colour('line'), paper = colour('paper');
    const print = root.dataset.print !== undefined;
    return {
      animation: false,
      color: palette(),
      // Patterns tell the series apart where paper has no colours.
      aria: {enabled: print, label: {enabled: false}, decal: {show: print}},
      textStyle: {fontFamily: getComputedStyle(document.body).fontFamily, color: ink},
      grid: {left: 8, right: 16, top: 16, bottom: 16 + 24 * lines, containLabel: true},
      legend: {type: data.series.length > MANY ? 'scroll' : 'plain', bottom: 0, textStyle: {color: ink}, pageTextStyle: {color: ink}, pageIconColor: ink,
        pageIconInactiveColor: line, inactiveColor: quiet, data: data.series.map(one => one.name)},
      tooltip: {trigger: 'axis', confine: true, backgroundColor: paper, borderColor: line,
        textStyle: {color: ink}, formatter: tip(data, true)},
      axis: {
        category: {type: 'category', data: data.names, axisLine: {lineStyle: {color: quiet}}, axisTick: {show: false},
          axisLabel: {color: ink, hideOverlap: true, lineHeight: 16}},
        value: {type: 'value', axisLabel: {color: quiet, hideOverlap: true}, splitLine: {lineStyle: {color: line}}, nameTextStyle: {color: quiet}}
      }
    };
  }

  function valueAxis(base, unit) {
    const axis = {...base.axis.value, axisLabel: {...base.axis.value.axisLabel, formatter: value => shown(value, unit)}};
    if (unit && unit !== '%') Object.assign(axis, {name: unit, nameLocation: 'end', nameGap: 8});
    return axis;
  }

  const stacked = (data, base, paper) => data.series.map(one => ({
    type: 'bar', stack: 'all', name: one.name, data: one.values, barMaxWidth: 44,
    itemStyle: {borderColor: paper, borderWidth: 1}
  }));

  const kinds = {
    columns(data, base) {
      const labels = {...base.axis.category.axisLabel, formatter: short};
      return {...base, grid: {...base.grid, top: 36}, xAxis: {...base.axis.category, axisLabel: labels},
        yAxis: valueAxis(base, data.series[0].unit), series: stacked(data, base, colour('paper'))};
    },
    bars(data, base) {
      return {...base, xAxis: valueAxis(base, ''), yAxis: {...base.axis.category, inverse: true},
        grid: {...base.grid, right: 28}, series: stacked(data, base, colour('paper'))};
    },
    lines(data, base) {
      const unit = data.series[0].unit;
      const labels = {...base.axis.category.axisLabel, formatter: short};
      const months = data.names.every(name => name.endsWith('月'));
      const colours = palette();
      const symbols = ['circle', 'rect', 'triangle', 'diamond'];
      const axis = valueAxis(base, unit);
      const values = data.series.flatMap(one => one.values).filter(value => value !== null);
      // A rate near its limit would be a flat line on an axis from nothing to all.
      if (unit === '%') {
        const min = Math.max(0, Math.floor(Math.min(...values) * 20 - 1) / 20);
        Object.assign(axis, {min, max: 1, interval: min < .5 ? .2 : .05});
      }
      return {...base, grid: {...base.grid, top: 36}, yAxis: axis,
        xAxis: {...base.axis.category, boundaryGap: true, axisLabel: labels},
        legend: {...base.legend, show: data.series.length > 1},
        series: data.series.map((one, i) => {
          const earlier = months && i < data.series.length - 1;
          const paint = months ? (earlier ? colour('quiet') : colours[0]) : colours[i % colours.length];
          return {type: 'line', name: one.name, data: one.values, connectNulls: false, symbolSize: 7,
            symbol: symbols[i % symbols.length], itemStyle: {color: paint},
            lineStyle: {color: paint, width: earlier ? 1.5 : 2.5, type: earlier || i >= colours.length ? 'dashed' : 'solid'}};
        })};
    },
    // A dot for the value, a line for what chance leaves open.
    band(data, base) {
      const [value, low, high] = ['value', 'low', 'high'].map(name => data.series.find(one => one.name === name));
      const width = low.values.map((from, i) => from === null || high.values[i] === null ? null : high.values[i] - from);
      const clear = {color: 'transparent'};
      const axis = {...valueAxis(base, value.unit), scale: value.unit === '%'};
      return {...base, aria: {enabled: false}, legend: {show: false}, grid: {...base.grid, right: 64, bottom: 8}, xAxis: axis,
        yAxis: {...base.axis.category, inverse: true},
        tooltip: {...base.tooltip, formatter: points => {
          const i = (Array.isArray(points) ? points[0] : points).dataIndex;
          const box = document.createElement('div');
          add(box, 'strong', data.names[i]);
          add(box, 'div', value.texts[i] + (low.texts[i] ? '，区间 ' + low.texts[i] + '–' + high.texts[i] : ''));
          return box;
        }},
        series: [
          {type: 'bar', stack: 'band', data: low.values, itemStyle: clear, barWidth: 6, silent: true},
          {type: 'bar', stack: 'band', data: width, itemStyle: {color: colour('s5')}, barWidth: 6, silent: true},
          {type: 'scatter', data: value.values, symbolSize: 13, z: 3, itemStyle: {color: colour('s1'), borderColor: colour('paper'), borderWidth: 1.5},
            label: {show: true, position: 'top', distance: 3, color: colour('ink'), formatter: point => value.texts[point.dataIndex]}}
        ]};
    }
  };

  function height(kind, data) {
    return kind === 'bars' ? 90 + data.names.length * 34 : kind === 'band' ? 60 + data.names.length * 42 : root.dataset.print === undefined ? 340 : 240;
  }

  function draw(figure) {
    const table = figure.querySelector('table');
    const place = figure.querySelector('.chart');
    if (!table) { place.hidden = true; return; }
    const data = read(table);
    const kind = figure.dataset.chart;
    place.hidden = false;
    const lines = legendLines(data, place.clientWidth);
    place.style.height = height(kind, data) + 24 * (lines - 1) + 'px';
    const chart = echarts.getInstanceByDom(place) || echarts.init(place, null, {renderer: 'svg'});
    const {axis, ...option} = kinds[kind](data, frame(data, lines));
    // In this order: only setting options draws at once, and paper does not wait.
    chart.resize();
    chart.setOption(option, {notMerge: true});
    place.dataset.width = place.clientWidth;
  }

  const drawAll = () => $('figure[data-chart]').forEach(draw);

  const collator = new Intl.Collator('zh-CN', {numeric: true});

  function compare(column, down) {
    const sign = down ? -1 : 1;
    return (one, other) => {
      const [a, b] = [one.cells[column], other.cells[column]];
      const [x, y] = [number(a), number(b)];
      // What has no number stays below what has one, whichever way the numbers go.
      if (x !== null || y !== null) return x === null ? 1 : y === null ? -1 : sign * (x - y);
      return sign * collator.compare(a.textContent, b.textContent);
    };
  }

  function sortable(table) {
    const heads = [...table.tHead.rows[0].cells];
    heads.forEach((head, column) => {
      const button = document.createElement('button');
      button.type = 'button';
      button.append(...head.childNodes);
      head.append(button);
      button.addEventListener('click', () => {
        const first = head.classList.contains('n') ? 'descending' : 'ascending';
        const second = first === 'ascending' ? 'descending' : 'ascending';
        const order = head.getAttribute('aria-sort') === first ? second : first;
        heads.forEach(other => other.removeAttribute('aria-sort'));
        head.setAttribute('aria-sort', order);
        const body = table.tBodies[0];
        body.append(...[...body.rows].sort(compare(column, order === 'descending')));
      });
    });
  }

  const column = (table, role) => [...table.tHead.rows[0].cells].findIndex(head => head.dataset.role === role);

  function filter(form) {
    const table = document.getElementById(form.dataset.for);
    const rows = [...table.tBodies[0].rows];
    const texts = rows.map(row => [...row.cells].map(cell => cell.textContent).join(' ').toLowerCase());
    const choices = $('select', form).map(select => [select, column(table, select.dataset.column)]);
    const words = form.querySelector('input');
    const apply = () => {
      const wanted = words.value.toLowerCase().split(/\s+/);
      let visible = 0;
      rows.forEach((row, i) => {
        row.hidden = !(wanted.every(word => texts[i].includes(word))
          && choices.every(([select, at]) => !select.value || row.cells[at].textContent === select.value));
        if (!row.hidden) visible++;
      });
      form.querySelector('output').textContent = '显示 ' + visible + ' 行，共 ' + rows.length + ' 行';
    };
    form.hidden = false;
    form.addEventListener('input', apply);
    form.addEventListener('change', apply);
    form.addEventListener('submit', event => event.preventDefault());
    apply();
  }

  // The charts of the comparison: of one measure, from the rows of the table of all.
  function comparison(form) {
    const table = document.getElementById('comparison');
    const at = Object.fromEntries([...table.tHead.rows[0].cells].map((head, i) => [head.dataset.role, i]));
    const rows = [...table.tBodies[0].rows];
    const text = (row, role) => row.cells[at[role]].textContent;

    function build(figure, title, heads, lines) {
      const parent = figure.querySelector('details');
      parent.querySelectorAll('.frame').forEach(old => old.remove());
      figure.querySelector('figcaption').textContent = title;
      figure.querySelector('.chart').setAttribute('aria-label', title + '（图，数据见图下的表）');
      const around = add(parent, 'div');
      around.className = 'frame';
      around.tabIndex = 0;
      around.setAttribute('role', 'region');
      around.setAttribute('aria-label', title);
      const made = add(around, 'table');
      add(made, 'caption', title);
      const top = add(made.createTHead(), 'tr');
      heads.forEach(head => {
        const cell = add(top, 'th', head.label);
        cell.scope = 'col';
        if (head.data) cell.className = 'n';
        Object.assign(cell.dataset, head.data || {});
      });
      const body = made.createTBody();
      lines.forEach(([first, ...cells]) => {
        const line = add(body, 'tr');
        add(line, 'th', first).scope = 'row';
        cells.forEach(cell => line.append(cell.cloneNode(true)));
      });
      draw(figure);
    }

    function ranking(option, year) {
      const own = rows.filter(row => text(row, 'measure') === option.value && text(row, 'year') === year);
      const rank = row => number(row.cells[at.rank]) ?? Infinity;
      own.sort((one, other) => rank(one) - rank(other) || collator.compare(text(one, 'town'), text(other, 'town')));
      const unit = option.dataset.by === 'value' ? option.dataset.unit : '';
      const by = at[option.dataset.by];
      const lines = own.map(row => [
        (rank(row) === Infinity ? '' : rank(row) + ' ') + text(row, 'town') + (text(row, 'reason') ? '（不参评）' : ''),
        row.cells[by], row.cells[at.low], row.cells[at.high], row.cells[at.rank], row.cells[at.band], row.cells[at.reason]]);
      build(document.getElementById('ranking'), year + '年 ' + option.text + '：位次', [
        {label: '位次和镇街'}, {label: table.tHead.rows[0].cells[by].textContent, data: {name: 'value', unit}},
        {label: '区间下限', data: {name: 'low', unit}}, {label: '区间上限', data: {name: 'high', unit}},
        {label: '位次', data: {}}, {label: '位次范围'}, {label: '不参评原因'}], lines);
    }

    function history(option) {
      const own = rows.filter(row => text(row, 'measure') === option.value);
      const years = [...new Set(own.map(row => text(row, 'year')))].sort();
      const towns = [...new Set(own.map(row => text(row, 'town')))];
      const unit = option.dataset.by === 'value' ? option.dataset.unit : '';
      const cell = (town, year) => {
        const row = own.find(one => text(one, 'town') === town && text(one, 'year') === year);
        const found = row && text(row, 'reason') === '' ? row.cells[at[option.dataset.by]].cloneNode(true) : document.createElement('td');
        if (row && text(row, 'reason')) {
          found.textContent = text(row, 'reason');
          found.className = 'n instead';
        }
        return found;
      };
      build(document.getElementById('over-years'), option.text + '：各镇街历年',
        [{label: '年度'}, ...towns.map(town => ({label: town, data: {unit}}))],
        years.map(year => [year + '年', ...towns.map(town => cell(town, year))]));
    }

    const apply = () => {
      const option = form.elements.measure.selectedOptions[0];
      ranking(option, form.elements.year.value);
      history(option);
    };
    document.getElementById('ranking').dataset.chart = 'band';
    document.getElementById('over-years').dataset.chart = 'lines';
    form.hidden = false;
    form.addEventListener('change', apply);
    form.addEventListener('submit', event => event.preventDefault());
    apply();
  }

  // Paper shows every table, charts as wide as its text, and light colours.
  let closed = [];
  const PAPER = '660px';
  addEventListener('beforeprint', () => {
    closed = $('details:not([open])');
    closed.forEach(details => { details.open = true; });
    root.dataset.print = '';
    $('.chart').forEach(place => { place.style.width = PAPER; });
    drawAll();
  });
  addEventListener('afterprint', () => {
    closed.forEach(details => { details.open = false; });
    delete root.dataset.print;
    $('.chart').forEach(place => { place.style.width = ''; });
    drawAll();
  });

  $('table.sortable').forEach(sortable);
  $('form.filter').forEach(filter);
  $('#choice').forEach(comparison);
  drawAll();
  matchMedia('(prefers-color-scheme: dark)').addEventListener('change', drawAll);
  const sizes = new ResizeObserver(entries => entries.forEach(entry => {
    const place = entry.target;
    const other = Number(place.dataset.width) !== place.clientWidth;
    if (other && place.dataset.width && root.dataset.print === undefined) draw(place.closest('figure'));
  }));
  $('.chart').forEach(place => sizes.observe(place));
})();
