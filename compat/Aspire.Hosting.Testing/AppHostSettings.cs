using System.Reflection;
using System.Text.Json;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Hosting;

namespace Aspire.Hosting.Testing;

/// <summary>What an AppHost's builder is made of in a test: mostly what <c>dotnet run</c> makes it of.</summary>
internal static class AppHostSettings
{
    private const string Profile = "DOTNET_LAUNCH_PROFILE";

    // .NET and ASP.NET Core know their own settings without these.
    private static readonly string[] Prefixes = ["DOTNET_", "ASPNETCORE_"];

    public static void Apply(
        Assembly appHost,
        string[] args,
        DistributedApplicationOptions options,
        HostApplicationBuilderSettings settings,
        Action<DistributedApplicationOptions, HostApplicationBuilderSettings> configureBuilder)
    {
        var name = appHost.GetName().Name ?? string.Empty;
        options.Args = settings.Args = [.. settings.Args ?? [], .. args];
        options.AssemblyName = settings.ApplicationName = name;
        options.DisableDashboard = true;
        options.EnableResourceLogging = true;
        if (Directory.Exists(options.ProjectDirectory))
        {
            settings.ContentRootPath = options.ProjectDirectory;
        }

        configureBuilder(options, settings);
        AddLaunchProfile(settings, options.ProjectDirectory);
    }

    // Later sources win, so what is there already is left out.
    private static void AddLaunchProfile(HostApplicationBuilderSettings settings, string? projectDirectory)
    {
        var path = Path.Combine(projectDirectory ?? string.Empty, "Properties", "launchSettings.json");
        if (!File.Exists(path))
        {
            return;
        }

        settings.Configuration ??= new();
        var known = new ConfigurationBuilder()
            .AddCommandLine(settings.Args ?? [])
            .AddConfiguration(settings.Configuration)
            .Build();
        var (name, variables) = Read(path, known[Profile]);
        var added =
            from variable in variables.Append(KeyValuePair.Create(Profile, (string?)name))
            from key in KeysOf(variable.Key)
            where known[key] is null
            select KeyValuePair.Create(key, variable.Value);
        settings.Configuration.AddInMemoryCollection(added.DistinctBy(pair => pair.Key).ToList());
    }

    private static IEnumerable<string> KeysOf(string variable) => Prefixes
        .Where(prefix => variable.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
        .Select(prefix => variable[prefix.Length..])
        .Prepend(variable);

    /// <exception cref="InvalidOperationException">There is no profile of that name.</exception>
    private static (string? Name, List<KeyValuePair<string, string?>> Variables) Read(string path, string? name)
    {
        using var file = JsonDocument.Parse(
            File.ReadAllText(path),
            new JsonDocumentOptions { AllowTrailingCommas = true, CommentHandling = JsonCommentHandling.Skip });
        var profiles = file.RootElement.GetProperty("profiles").EnumerateObject();
        var profile = profiles.FirstOrDefault(candidate => string.IsNullOrEmpty(name) || candidate.NameEquals(name));
        if (profile.Value.ValueKind == JsonValueKind.Undefined)
        {
            return name is null
                ? (null, [])
                : throw new InvalidOperationException(
                    $"The configured launch profile, '{name}', was not found in the launch settings file.");
        }

        return (
            profile.Name,
            profile.Value.TryGetProperty("environmentVariables", out var variables)
                ? [.. variables.EnumerateObject().Select(one => KeyValuePair.Create(one.Name, one.Value.GetString()))]
                : []);
    }
}
