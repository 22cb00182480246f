using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;
using BedrockGateway.LocalAws.Lambda.Deployed;

namespace BedrockGateway.LocalAws.Running;

/// <summary>The command that runs a function: its unpacked package with Lambda's environment variables.</summary>
internal sealed partial class FunctionCommand
{
    private readonly DeployedFunction _function;
    private readonly string[] _words;

    private FunctionCommand(DeployedFunction function, string folder, string[] words)
    {
        _function = function;
        _words = words;
        Folder = folder;
    }

    /// <summary>Where the package is unpacked, the process's working folder and <c>LAMBDA_TASK_ROOT</c>.</summary>
    public string Folder { get; }

    /// <summary>
    /// A custom runtime's package brings <c>bootstrap</c>; on a managed .NET runtime the handler names the assembly.
    /// </summary>
    /// <returns><see langword="null"/> where the package has neither.</returns>
    public static FunctionCommand? Find(DeployedFunction function, string folder)
    {
        var bootstrap = Path.Combine(folder, "bootstrap");
        if (File.Exists(bootstrap))
        {
            return new(function, folder, [bootstrap]);
        }

        var assembly = Path.Combine(folder, $"{function.Handler?.Split("::")[0]}.dll");
        return File.Exists(assembly) ? new(function, folder, ["dotnet", assembly]) : null;
    }

    public ProcessStartInfo ToStartInfo()
    {
        var start = new ProcessStartInfo(_words[0], _words[1..])
        {
            WorkingDirectory = Folder,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
        };
        foreach (var (name, value) in Variables())
        {
            start.Environment[name] = value;
        }

        return start;
    }

    /// <summary>One line for a POSIX shell, to be pasted.</summary>
    public override string ToString()
    {
        var line = new StringBuilder("(cd ").Append(Quote(Folder)).Append(" && env");
        foreach (var (name, value) in Variables())
        {
            line.Append(' ').Append(name).Append('=').Append(Quote(value));
        }

        return line.Append(' ').AppendJoin(' ', _words.Select(Quote)).Append(')').ToString();
    }

    private IEnumerable<KeyValuePair<string, string>> Variables() =>
        _function.Environment.Append(KeyValuePair.Create("LAMBDA_TASK_ROOT", Folder));

    private static string Quote(string word) => Plain().IsMatch(word)
        ? word
        : $"'{word.Replace("'", "'\\''", StringComparison.Ordinal)}'";

    [GeneratedRegex(@"\A[A-Za-z0-9_./:@%+,=-]+\z", RegexOptions.CultureInvariant)]
    private static partial Regex Plain();
}
