// When a question is asked: the same rules as participation/questionnaires/conditions.py, which
// says what a condition is. An answer is {options: [], rows: {}, value: null, words: false}.

const NOTHING = { options: [], rows: {}, value: null, words: false };

export function isAnswered(answer) {
  const hasRows = Object.keys(answer.rows).length > 0;
  return answer.options.length > 0 || hasRows || answer.words || answer.value !== null;
}

function leafHolds(leaf, answer) {
  if ("row" in leaf) {
    return Object.keys(answer.rows).includes(leaf.row) && answer.rows[leaf.row] === leaf.is;
  }
  if ("is" in leaf) return answer.options.includes(leaf.is);
  if ("answered" in leaf) return isAnswered(answer) === leaf.answered;
  if (answer.value === null) return false;
  if ("at_least" in leaf) return answer.value >= leaf.at_least;
  return answer.value <= leaf.at_most;
}

// Whether a question with this condition is asked; `answers` is a Map from keys to answers.
export function holds(condition, answers) {
  if (!condition || !Object.keys(condition).length) return true;
  if ("all" in condition) return condition.all.every((one) => holds(one, answers));
  if ("any" in condition) return condition.any.some((one) => holds(one, answers));
  if ("not" in condition) return !holds(condition.not, answers);
  return leafHolds(condition, answers.get(condition.question) || NOTHING);
}

// The keys of the questions that are asked, in order; one that is not asked has no answer.
export function asked(questions, answers) {
  const found = new Map();
  for (const [key, condition] of questions) {
    if (holds(condition, found)) found.set(key, answers.get(key) || NOTHING);
  }
  return Array.from(found.keys());
}
