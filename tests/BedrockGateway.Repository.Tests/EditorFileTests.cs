using System.Text.Json.Nodes;

namespace BedrockGateway.Repository.Tests;

/// <summary>What F5 does in an editor names what there is.</summary>
public sealed class EditorFileTests
{
    private const string Workspace = "${workspaceFolder}/";

    private static readonly JsonArray Tasks = Json(".vscode/tasks.json")["tasks"]!.AsArray();

    public static TheoryData<string> Launches =>
        [.. Json(".vscode/launch.json")["configurations"]!.AsArray().Select(launch => (string)launch!["name"]!)];

    [Theory]
    [InlineData("BedrockGateway.AppHost")]
    [InlineData("BedrockGateway.Api")]
    [InlineData("BedrockGateway.LocalAws")]
    public void LaunchProfile_HasTheNameOfItsProject(string project)
    {
        var profiles = Json($"{project}/Properties/launchSettings.json")["profiles"]!.AsObject();

        Assert.Equal([project], profiles.Select(profile => profile.Key));
        Assert.Equal("Project", (string?)profiles[project]!["commandName"]);
    }

    [Theory]
    [MemberData(nameof(Launches))]
    public void Launch_StartsAProjectThatIsBuiltBefore(string name)
    {
        var launch = Json(".vscode/launch.json")["configurations"]!.AsArray()
            .Single(candidate => (string?)candidate!["name"] == name)!;
        Assert.Equal("coreclr", (string?)launch["type"]);
        if ((string?)launch["request"] == "attach")
        {
            Assert.Equal("${command:pickProcess}", (string?)launch["processId"]);
            return;
        }

        var project = ((string)launch["program"]!)[Workspace.Length..].Split('/')[0];
        Assert.Equal($"{Workspace}{project}/bin/Debug/net10.0/{project}.dll", (string?)launch["program"]);
        Assert.Equal($"{Workspace}{project}", (string?)launch["cwd"]);
        var task = Assert.Single(Tasks, task => (string?)task!["label"] == (string?)launch["preLaunchTask"])!;
        Assert.Equal(["build", $"{Workspace}{project}/{project}.csproj"], Texts(task["args"]));
        if ((string?)launch["launchSettingsFilePath"] is { } settings)
        {
            Assert.NotNull(Json(settings[Workspace.Length..])["profiles"]![(string)launch["launchSettingsProfile"]!]);
        }
    }

    [Fact]
    public void Tasks_NameProjectsThatThereAre() =>
        Assert.All(
            Tasks.SelectMany(task => Texts(task!["args"])).Where(argument => argument.StartsWith(Workspace)),
            path => Assert.Contains(path[Workspace.Length..], Repository.ProjectFiles));

    private static IEnumerable<string> Texts(JsonNode? array) => array!.AsArray().Select(item => (string)item!);

    private static JsonNode Json(string path) => JsonNode.Parse(Repository.Read(path))!;
}
