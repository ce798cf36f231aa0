// Fixtures run two at once, but for those that start processes or browsers, or measure what all share ([NonParallelizable]).
[assembly: Parallelizable(ParallelScope.Fixtures)]
[assembly: LevelOfParallelism(2)]
