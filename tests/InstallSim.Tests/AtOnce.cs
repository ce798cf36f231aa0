// Three fixtures at once, for browsers make one wait, but for those that change what all share: the folder, the path, the culture
// ([NonParallelizable]).
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(3)]
