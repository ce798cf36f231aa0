namespace InstallSim.Cli;

/// <summary>What <c>--help</c> says in French about shards, their merge, Slurm, and how tables are stored.</summary>
internal static class FrenchFarHelp
{
    /// <summary>French by English, line by line.</summary>
    public static IReadOnlyDictionary<string, string> All { get; } = new Dictionary<string, string>(StringComparer.Ordinal)
    {
        ["Runs one of n parts of the points, i from 1 to n; 'installsim merge' puts them together."] =
            "Simule une des n parts des points, i de 1 à n\u00a0; «\u00a0installsim merge\u00a0» les assemble.",
        ["Runs one of n parts of the replications, i from 1 to n; 'installsim merge' puts them together."] =
            "Simule une des n parts des réplications, i de 1 à n\u00a0; «\u00a0installsim merge\u00a0» les assemble.",
        ["Says how far the run is; nothing is run or written."] =
            "Dit où en est le calcul\u00a0; rien n’est simulé ni écrit.",
        ["Runs the shards elsewhere: slurm writes an array of jobs and the merge after it, and submits both."] =
            "Fait les parts ailleurs\u00a0: slurm écrit un tableau de jobs et l’assemblage qui suit, et soumet les deux.",
        ["With --engine: how many shards (default: 10)."] = "Avec --engine\u00a0: combien de parts (par défaut\u00a0: 10).",
        ["With --engine: partition of the cluster."] = "Avec --engine\u00a0: partition de la grappe.",
        ["With --engine: time limit of a shard, as sbatch reads it; one that needs more goes on in the queue."] =
            "Avec --engine\u00a0: durée limite d’une part, comme sbatch la lit\u00a0; celle qui demande plus continue dans la file.",
        ["With --engine: memory of a shard, as sbatch reads it, such as 4G."] =
            "Avec --engine\u00a0: mémoire d’une part, comme sbatch la lit, par exemple 4G.",
        ["With --engine: another option of sbatch, such as account=NAME; may be repeated."] =
            "Avec --engine\u00a0: une autre option de sbatch, comme account=NOM\u00a0; peut être répété.",
        ["With --engine: writes the scripts and submits nothing."] = "Avec --engine\u00a0: écrit les scripts et ne soumet rien.",
        ["slurm"] = "slurm",
        ["TIME"] = "DURÉE",
        ["SIZE"] = "TAILLE",
        ["Says how far the sweep is; nothing is run or written."] =
            "Dit où en est le balayage\u00a0; rien n’est simulé ni écrit.",
        ["Exit code 0: done; 1: points failed, which are named in failures.csv; 2: refused; 75: stopped between two points by SIGUSR1 or"] =
            "Code de sortie 0\u00a0: fait\u00a0; 1\u00a0: des points ont échoué, nommés dans failures.csv\u00a0; 2\u00a0: refusé\u00a0; " +
            "75\u00a0: arrêté entre deux points par SIGUSR1 ou",
        ["SIGTERM."] = "SIGTERM.",
        ["Folders of all shards of a sweep, run or comparison, in any order."] =
            "Dossiers de toutes les parts d’un balayage, d’un calcul ou d’une comparaison, dans n’importe quel ordre.",
        ["Puts the shards of a sweep, run or comparison together: the same tables, and the same hash, as of one machine. Shards that are"] =
            "Assemble les parts d’un balayage, d’un calcul ou d’une comparaison\u00a0: les mêmes tableaux, et la même empreinte, que " +
            "d’une seule machine. Les parts qui",
        ["missing, there twice, of something else or changed are refused by name. Those of a run or comparison are merged in the folder"] =
            "manquent, sont là deux fois, sont d’autre chose ou modifiées sont refusées par leur nom. Celles d’un calcul ou d’une " +
            "comparaison s’assemblent dans le dossier",
        ["in which they were called, for the inputs are read again."] =
            "où elles ont été appelées, car les données sont relues.",
        ["SHARDS"] = "PARTS",
        ["i/n"] = "i/n",
        ["How large tables are stored: csv, or parquet, which needs a tenth of the room; the hash of the results is the same."] =
            "Comment sont stockés les grands tableaux\u00a0: csv, ou parquet, qui prend un dixième de la place\u00a0; l’empreinte des " +
            "résultats est la même.",
        ["csv|parquet"] = "csv|parquet",
    };
}
