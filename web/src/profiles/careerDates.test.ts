import { describe, expect, it } from 'vitest';
import { endsBeforeStart, meansNow, parsedCareerDate } from './careerDates';
import { careerDate } from '../ui/dates';

describe('parsedCareerDate', () => {
  it.each([
    ['2019', '2019'],
    [' 2019-3 ', '2019-03'],
    ['2019-03-14', '2019-03-14'],
    ['03/2019', '2019-03'],
    ['Mar 2019', '2019-03'],
    ['Sept. 2019', '2019-09'],
    ['march 2019', '2019-03'],
    ['14 Mar 2019', '2019-03-14'],
    ['March 14, 2019', '2019-03-14'],
  ])('reads %s', (given, expected) => expect(parsedCareerDate(given)).toBe(expected));
  it.each(['', 'soon', '20', '2019-13', '2019-02-30', 'Foo 2019', '1 2 3'])('refuses %j', (given) =>
    expect(parsedCareerDate(given)).toBeNull(),
  );
  it.each(['2019', '2019-03', '2019-03-14'])('reads what it shows for %s', (given) =>
    expect(parsedCareerDate(careerDate(given))).toBe(given),
  );
});

it.each(['now', ' Present'])('%j means now', (given) => expect(meansNow(given)).toBe(true));

it.each([
  ['2019', '2018', true],
  ['2019-05', '2019-04', true],
  ['2019-05', '2019', false],
  ['2019', null, false],
])('from %s to %s: %s', (start, end, expected) => expect(endsBeforeStart(start, end)).toBe(expected));
