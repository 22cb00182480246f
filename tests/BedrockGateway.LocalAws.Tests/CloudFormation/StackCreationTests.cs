using System.Text.RegularExpressions;
using System.Xml.Linq;

namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class StackCreationTests
{
    private const string Two =
        """
        {
          "Description": "Two things",
          "Resources": {
            "Last": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Fn::GetAtt": ["First", "Arn"] } } },
            "First": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "one" } }
          },
          "Outputs": {
            "Name": { "Value": { "Ref": "First" }, "Description": "The first" },
            "Arn": {
              "Value": { "Fn::GetAtt": "Last.Arn" },
              "Export": { "Name": { "Fn::Sub": "${AWS::StackName}-arn" } }
            }
          }
        }
        """;

    private const string Failing =
        """
        {
          "Resources": {
            "First": { "Type": "AWS::Sample::Thing", "Properties": { "Value": "one" } },
            "Kept": { "Type": "AWS::Sample::Thing", "DependsOn": "First", "DeletionPolicy": "RetainExceptOnCreate" },
            "Broken": { "Type": "AWS::Sample::Thing", "DependsOn": ["Kept"], "Properties": { "FailOn": "create" } },
            "Never": { "Type": "AWS::Sample::Thing", "DependsOn": "Broken" }
          }
        }
        """;

    [Fact]
    public async Task Resources_AreMadeInDependencyOrderWithAwsEvents()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(Two);

        Assert.Equal("CREATE_COMPLETE", status);
        Assert.Equal(["create First one", "create Last arn:thing:First-1"], lab.Handler.Calls);
        Assert.Equal(
            [
                "lab CREATE_IN_PROGRESS User Initiated",
                "First CREATE_IN_PROGRESS",
                "First CREATE_IN_PROGRESS First-1 Resource creation Initiated",
                "First CREATE_COMPLETE First-1",
                "Last CREATE_IN_PROGRESS",
                "Last CREATE_IN_PROGRESS Last-2 Resource creation Initiated",
                "Last CREATE_COMPLETE Last-2",
                "lab CREATE_COMPLETE",
            ],
            await lab.EventsAsync());
    }

    [Fact]
    public async Task Description_HasOutputsAndTheFieldsOfAws()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Two, ("Tags.member.1.Key", "team"), ("Tags.member.1.Value", "a"));

        var stack = await lab.DescribeAsync("lab");

        Assert.Matches(
            "^arn:aws:cloudformation:us-east-1:000000000000:stack/lab/[-0-9a-f]{36}$",
            (string)stack.Element("StackId")!);
        Assert.Equal("Two things", (string)stack.Element("Description")!);
        Assert.Equal("false", (string)stack.Element("EnableTerminationProtection")!);
        Assert.Equal("NOT_CHECKED", (string)stack.Element("DriftInformation")!.Element("StackDriftStatus")!);
        Assert.Equal("<Tags><member><Key>team</Key><Value>a</Value></member></Tags>", Text(stack.Element("Tags")!));
        Assert.Equal(
            "<Outputs><member><OutputKey>Name</OutputKey><OutputValue>First-1</OutputValue>" +
            "<Description>The first</Description></member><member><OutputKey>Arn</OutputKey>" +
            "<OutputValue>arn:thing:Last-2</OutputValue><ExportName>lab-arn</ExportName></member></Outputs>",
            Text(stack.Element("Outputs")!));
        Assert.Null(stack.Element("LastUpdatedTime"));
        Assert.Null(stack.Element("ChangeSetId"));
    }

    [Fact]
    public async Task Events_HaveIdsThatTellThemApart()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Two);

        var reply = await lab.Client.CallAsync("DescribeStackEvents", ("StackName", "lab"));

        var ids = reply.Descendants("EventId").Select(id => (string)id!).ToArray();
        Assert.Equal(8, ids.Distinct().Count());
        Assert.Single(ids, id => Regex.IsMatch(id, @"^First-CREATE_COMPLETE-\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$"));
        Assert.Contains("""{"Value":"one"}""", reply.Descendants("ResourceProperties").Select(json => (string)json!));
    }

    [Fact]
    public async Task FailedResource_RollsBackWhatWasMade()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(Failing);

        Assert.Equal("ROLLBACK_COMPLETE", status);
        Assert.Empty(lab.Handler.Things);
        Assert.Equal(
            [
                "Broken CREATE_IN_PROGRESS",
                "Broken CREATE_FAILED Thing refuses to create.",
                "lab ROLLBACK_IN_PROGRESS The following resource(s) failed to create: [Broken]. " +
                    "Rollback requested by user.",
                "Broken DELETE_COMPLETE",
                "Kept DELETE_IN_PROGRESS Kept-2",
                "Kept DELETE_COMPLETE Kept-2",
                "First DELETE_IN_PROGRESS First-1",
                "First DELETE_COMPLETE First-1",
                "lab ROLLBACK_COMPLETE",
            ],
            (await lab.EventsAsync())[7..]);
    }

    [Fact]
    public async Task RollbackThatCannotDelete_FailsWithTheNames()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            """
            {
              "Resources": {
                "Stuck": { "Type": "AWS::Sample::Thing", "Properties": { "FailOn": "delete" } },
                "Broken": { "Type": "AWS::Sample::Thing", "DependsOn": "Stuck", "Properties": { "FailOn": "create" } }
              }
            }
            """);

        Assert.Equal("ROLLBACK_FAILED", status);
        Assert.Equal(
            "The following resource(s) failed to delete: [Stuck]. ",
            (string)(await lab.DescribeAsync("lab")).Element("StackStatusReason")!);
    }

    [Theory]
    [InlineData("DisableRollback", "true")]
    [InlineData("OnFailure", "DO_NOTHING")]
    public async Task DisabledRollback_LeavesWhatWasMade(string field, string value)
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(Failing, (field, value));

        Assert.Equal("CREATE_FAILED", status);
        Assert.Equal(["First-1", "Kept-2"], lab.Handler.Things.Keys.Order());
        Assert.Equal(
            "The following resource(s) failed to create: [Broken]. ",
            (string)(await lab.DescribeAsync("lab")).Element("StackStatusReason")!);
    }

    [Fact]
    public async Task OnFailureDelete_RemovesTheStack()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(Failing, ("OnFailure", "DELETE"));

        Assert.Equal("DELETE_COMPLETE", status);
        Assert.Empty(lab.Handler.Things);
        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.DescribeAsync("lab"));
        Assert.Equal("Stack with id lab does not exist", fault.Message);
    }

    [Fact]
    public async Task DefectOfAHandler_FailsTheStackInsteadOfHangingIt()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            """{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"FailOn":"create-defect"}}}}""");

        Assert.Equal("ROLLBACK_COMPLETE", status);
        Assert.Contains("A CREATE_FAILED Internal Failure: A defect.", await lab.EventsAsync());
    }

    [Fact]
    public async Task MissingAttribute_FailsTheResourceThatReadsIt()
    {
        await using var lab = await StackLab.StartAsync();

        var status = await lab.CreateAsync(
            """
            {
              "Resources": {
                "A": { "Type": "AWS::Sample::Thing" },
                "B": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Fn::GetAtt": ["A", "Colour"] } } }
              }
            }
            """);

        Assert.Equal("ROLLBACK_COMPLETE", status);
        Assert.Contains(
            "B CREATE_FAILED Template error: resource A does not support attribute type Colour in Fn::GetAtt",
            await lab.EventsAsync());
    }

    [Fact]
    public async Task Reply_ComesBeforeTheResourcesDo()
    {
        await using var lab = await StackLab.StartAsync();
        lab.Handler.Gate = new();

        await lab.Client.CallAsync("CreateStack", ("StackName", "lab"), ("TemplateBody", Two));

        Assert.Equal("CREATE_IN_PROGRESS", (string)(await lab.DescribeAsync("lab")).Element("StackStatus")!);
        lab.Handler.Gate.SetResult();
        Assert.Equal("CREATE_COMPLETE", await lab.SettleAsync("lab"));
    }

    [Fact]
    public async Task Disposal_EndsAnOperationThatIsUnderWay()
    {
        var lab = await StackLab.StartAsync();
        lab.Handler.Gate = new();
        await lab.Client.CallAsync("CreateStack", ("StackName", "lab"), ("TemplateBody", Two));

        await lab.DisposeAsync().AsTask().WaitAsync(TimeSpan.FromSeconds(20), TestContext.Current.CancellationToken);

        Assert.Empty(lab.Handler.Calls);
    }

    [Fact]
    public async Task NameInUse_IsRefused()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Two);

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.CreateAsync(Two));

        Assert.Equal("AlreadyExistsException", fault.Code);
        Assert.Equal("Stack [lab] already exists", fault.Message);
    }

    private static string Text(XElement element) => element.ToString(SaveOptions.DisableFormatting);
}
