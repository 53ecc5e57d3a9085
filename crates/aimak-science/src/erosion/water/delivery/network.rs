//! Which way does water take from cell to cell?

/// What flows from a cell into one neighbour.
#[derive(Clone, Copy, Debug, PartialEq)]
pub struct Outflow {
    /// The neighbour's number.
    pub to: usize,
    /// Its share of the outflow; the shares of a cell, those that leave the grid included, sum to 1.
    pub share: f64,
    /// Way between the centres, m.
    pub length_m: f64,
}

/// Routes over the cells of a grid without loops; the terrain engine has them.
pub trait FlowNetwork {
    /// How many cells there are.
    fn cells(&self) -> usize;

    /// Every valid cell once, each before the cells it drains into.
    fn upstream_first(&self) -> &[usize];

    /// Where a cell drains to, inside the grid; empty at outlets.
    fn outflows(&self, cell: usize) -> impl Iterator<Item = Outflow>;
}
