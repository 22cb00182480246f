using System.ComponentModel;
using System.Diagnostics;

namespace BedrockGateway.Infra.Packaging;

/// <summary>Publishes BedrockGateway.Api as a package.</summary>
/// <param name="root">Folder of the solution.</param>
/// <param name="work">Folder for what the compiler leaves, apart from that of other builds.</param>
/// <param name="dotnet">The .NET SDK's program.</param>
internal sealed class PackageBuild(string root, string work, string dotnet = "dotnet")
{
    private const string Executable = "bootstrap";

    /// <param name="recipe">Which build it is.</param>
    /// <param name="target">Where the package's files go.</param>
    /// <exception cref="PackagingException">It cannot be built, or cannot run on Lambda.</exception>
    public void Run(PackageRecipe recipe, string target)
    {
        Console.Error.WriteLine(
            $"Building the functions' package ({recipe.Name}, {recipe.Arch.ContextValue}); "
            + "it is kept until something changes.");
        var output = Path.Combine(work, $"publish-{recipe.Name}.log");
        Directory.CreateDirectory(work);
        using var publish = Start(recipe, target);
        var errors = publish.StandardError.ReadToEndAsync();
        var text = publish.StandardOutput.ReadToEnd() + errors.GetAwaiter().GetResult();
        publish.WaitForExit();
        File.WriteAllText(output, text);
        if (publish.ExitCode != 0)
        {
            throw new PackagingException(
                $"LAMBDA_PACKAGE={recipe.Name} could not be built for {recipe.Arch.ContextValue}: {Cause(text)} "
                + $"(all of the build's output is in {output}).");
        }

        if (recipe.Package is LambdaPackage.Native)
        {
            Glibc.Check(Path.Combine(target, Executable));
        }
    }

    private Process Start(PackageRecipe recipe, string target)
    {
        var start = new ProcessStartInfo(dotnet)
        {
            WorkingDirectory = root,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            ArgumentList =
            {
                "publish", Path.Combine(root, "BedrockGateway.Api", "BedrockGateway.Api.csproj"),
                "--output", target, "--artifacts-path", Path.Combine(work, recipe.Name),
                "--nologo", "--verbosity", "quiet", "-p:RunAnalyzers=false", "-p:UseSharedCompilation=false",
            },
            // No process of the build stays behind.
            Environment = { ["MSBUILDDISABLENODEREUSE"] = "1" },
        };
        foreach (var argument in recipe.PublishArguments())
        {
            start.ArgumentList.Add(argument);
        }

        try
        {
            return Process.Start(start)!;
        }
        catch (Win32Exception)
        {
            throw new PackagingException(
                "The functions' package is built with dotnet publish, and there is no dotnet on the PATH: install the "
                + ".NET SDK 10.0.");
        }
    }

    // ...: error NU1101: Unable to find package X. No packages exist with this id in source(s): feed [/path/x.csproj]
    private static string Cause(string output)
    {
        var line = output.Split('\n').FirstOrDefault(text => text.Contains("error", StringComparison.OrdinalIgnoreCase))
            ?? output.Trim().Split('\n')[^1];
        var end = line.LastIndexOf('[');
        return (end > 0 ? line[..end] : line).Trim().TrimEnd('.');
    }
}
