/**
 * Whether an SPDX expression can be met by allowed licences alone: one side of an OR, both sides of an AND. A licence
 * WITH an exception, or a later version (+), counts as another licence.
 */
export function isAllowed(expression, allowed) {
  const tokens = (expression ?? "").match(/\(|\)|[^\s()]+/g) ?? [];
  let position = 0;
  const result = any();
  return result && position === tokens.length;

  function any() {
    let value = all();
    while (take("OR")) {
      value = all() || value;
    }

    return value;
  }

  function all() {
    let value = one();
    while (take("AND")) {
      value = one() && value;
    }

    return value;
  }

  function one() {
    if (take("(")) {
      const value = any();
      return take(")") && value;
    }

    const license = tokens[position++];
    return take("WITH") ? (position++, false) : allowed.includes(license);
  }

  function take(token) {
    return tokens[position] === token && ++position > 0;
  }
}
