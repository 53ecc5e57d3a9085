//! How much water do tiles hand over to each other?

use super::{
    super::d8::ENDS,
    accumulation::{Link, RimFlow},
    directions::rim_places,
    tiling::Tiling,
};

/// Second stage of accumulation: cells beyond a tile that drain into it, by tile and place on its rim.
///
/// Exits hand over what they count to the cell that faces them; that cell adds it to its own exit, and so on downstream (Kahn's
/// order). What is counted are whole numbers, so the order does not matter.
pub fn inflows(tiling: &Tiling, rims: &[RimFlow]) -> Vec<Vec<u64>> {
    let mut handing = Handing::over(tiling, rims);
    let mut ready: Vec<usize> = (0..handing.faces.len())
        .filter(|&cell| handing.faces[cell].is_some() && handing.waiting_exits[cell] == 0)
        .collect();
    let mut left = handing.faces.iter().flatten().count();
    while let Some(exit) = ready.pop() {
        left -= 1;
        ready.extend(handing.hand_over(exit));
    }
    assert_eq!(left, 0, "invariant: directions lead in no circle");
    let mut inflow = handing.inflow.into_iter();
    let of_tile = |rim: &RimFlow| inflow.by_ref().take(rim.links.len()).collect();
    rims.iter().map(of_tile).collect()
}

/// The cells of all rims, tile by tile.
struct Handing {
    /// For an exit: the cell it faces.
    faces: Vec<Option<usize>>,
    /// For an entry: its exit.
    exits: Vec<Option<usize>>,
    /// What an exit counts so far.
    counts: Vec<u64>,
    /// What an entry took so far.
    inflow: Vec<u64>,
    /// Exits that still have to hand over to an entry.
    waiting_entries: Vec<u8>,
    /// Entries of an exit that are not complete.
    waiting_exits: Vec<u32>,
}

impl Handing {
    fn over(tiling: &Tiling, rims: &[RimFlow]) -> Self {
        let mut count = 0;
        let before: Vec<usize> = rims
            .iter()
            .map(|rim| {
                count += rim.links.len();
                count - rim.links.len()
            })
            .collect();
        let mut faces = Vec::with_capacity(count);
        let mut exits = Vec::with_capacity(count);
        for (tile, rim) in rims.iter().enumerate() {
            for (number, place) in rim_places(tiling, tile).enumerate() {
                let exit = match rim.links[number] {
                    Link::Exit(exit) => Some(exit as usize),
                    Link::Ends => None,
                };
                exits.push(exit.map(|exit| before[tile] + exit));
                let towards = rim.towards[number];
                let leaves = exit == Some(number) && towards < ENDS;
                let facing = leaves.then(|| tiling.step(place, towards.into())).flatten();
                let facing = facing.and_then(|facing| tiling.on_rim(facing));
                faces.push(facing.map(|(other, at)| before[other] + at));
            }
        }
        let mut waiting_entries = vec![0; count];
        for &entry in faces.iter().flatten() {
            waiting_entries[entry] += 1;
        }
        let mut waiting_exits = vec![0; count];
        for (entry, &exit) in exits.iter().enumerate() {
            if let Some(exit) = exit.filter(|_| waiting_entries[entry] > 0) {
                waiting_exits[exit] += 1;
            }
        }
        Self {
            faces,
            exits,
            counts: rims.iter().flat_map(|rim| rim.cells.clone()).collect(),
            inflow: vec![0; count],
            waiting_entries,
            waiting_exits,
        }
    }

    /// Hands over what an exit counts; the next exit, if it has everything by now.
    fn hand_over(&mut self, exit: usize) -> Option<usize> {
        let entry = self.faces[exit]?;
        self.inflow[entry] += self.counts[exit];
        self.waiting_entries[entry] -= 1;
        if self.waiting_entries[entry] > 0 {
            return None;
        }
        let next = self.exits[entry]?;
        self.counts[next] += self.inflow[entry];
        self.waiting_exits[next] -= 1;
        (self.waiting_exits[next] == 0).then_some(next)
    }
}
