/** An article of our own for the demo desk, with mistakes put in on purpose: somebody has to find them. */
export const englishArticle = `Things everybody says about space, and what the record says

Introduction

Some sentences about space are repeated so often that nobody remembers where they came from. A few are true, a few were true once, and a few were never true at all. Here are the ones our readers send us most.

1. Looking down

Astronauts are asked the same question on every visit to a school: what can you see from up there?

- The Great Wall of China is the only man-made object visible from the Moon.
- City lights at night can be seen from low Earth orbit.
- The view of Earth from orbit is the most moving sight a human being can have.

2. Footsteps

Twelve people have walked on the Moon, and almost everybody can name the first.

- Apollo 11 landed on the Moon on 20 July 1969.
- Michael Collins was the second person to walk on the Moon.
- The Moon is about 384,400 kilometres away from Earth on average.

3. Far away

Two old spacecraft still send home a whisper of data from beyond the planets.

- Voyager 1 entered interstellar space in August 2012.
- Voyager 1 has left the Solar System for good and all.
- Both Voyagers were launched in 1977.

Summary

A good rule for an editor: when a sentence says "only", "first" or "still", look it up again.
`;
