namespace BedrockGateway.LocalAws.Tests.CloudFormation;

public sealed class StackDeletionTests
{
    private const string Reader =
        """
        {
          "Resources": {
            "R": { "Type": "AWS::Sample::Thing", "Properties": { "Value": { "Fn::ImportValue": "shared" } } }
          }
        }
        """;

    private const string Chain =
        """
        {
          "Resources": {
            "A": { "Type": "AWS::Sample::Thing" },
            "B": { "Type": "AWS::Sample::Thing", "DependsOn": "A" },
            "C": { "Type": "AWS::Sample::Thing", "DependsOn": "B", "DeletionPolicy": "Retain" }
          }
        }
        """;

    [Fact]
    public async Task Resources_GoInReverse_AndRetainedOnesStay()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Chain);
        var id = await lab.IdAsync("lab");

        var status = await lab.DeleteAsync();

        Assert.Equal("DELETE_COMPLETE", status);
        Assert.Equal(["C-3"], lab.Handler.Things.Keys);
        Assert.Equal(
            [
                "lab DELETE_IN_PROGRESS User Initiated",
                "C DELETE_SKIPPED C-3",
                "B DELETE_IN_PROGRESS B-2",
                "B DELETE_COMPLETE B-2",
                "A DELETE_IN_PROGRESS A-1",
                "A DELETE_COMPLETE A-1",
                "lab DELETE_COMPLETE",
            ],
            (await lab.EventsAsync(id))[11..]);
    }

    [Fact]
    public async Task DeletedStack_IsKnownByItsArnAlone()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Chain);
        var id = await lab.IdAsync("lab");
        await lab.DeleteAsync();

        var deleted = await lab.DescribeAsync(id);
        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.DescribeAsync("lab"));

        Assert.NotNull(deleted.Element("DeletionTime"));
        Assert.Null(deleted.Element("EnableTerminationProtection"));
        Assert.Equal("ValidationError", fault.Code);
        Assert.Equal("Stack with id lab does not exist", fault.Message);
    }

    [Fact]
    public async Task StuckResource_FailsTheDeletion_AndMayBeRetained()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync("""{"Resources":{"A":{"Type":"AWS::Sample::Thing","Properties":{"FailOn":"delete"}}}}""");

        Assert.Equal("DELETE_FAILED", await lab.DeleteAsync());
        Assert.Equal(
            "The following resource(s) failed to delete: [A]. ",
            (string)(await lab.DescribeAsync("lab")).Element("StackStatusReason")!);
        Assert.Equal("DELETE_COMPLETE", await lab.DeleteAsync(("RetainResources.member.1", "A")));
    }

    [Fact]
    public async Task UnknownStack_CountsAsDeleted()
    {
        await using var lab = await StackLab.StartAsync();

        var reply = await lab.Client.CallAsync("DeleteStack", ("StackName", "absent"));

        Assert.Equal("DeleteStackResponse", reply.Name.LocalName);
    }

    [Fact]
    public async Task ProtectedStack_IsNotDeleted()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Chain);
        await lab.Client.CallAsync(
            "UpdateTerminationProtection", ("StackName", "lab"), ("EnableTerminationProtection", "true"));

        var fault = await Assert.ThrowsAsync<QueryFault>(() => lab.DeleteAsync());

        Assert.Equal("Stack [lab] cannot be deleted while TerminationProtection is enabled", fault.Message);
        Assert.Equal("true", (string)(await lab.DescribeAsync("lab")).Element("EnableTerminationProtection")!);
    }

    [Fact]
    public async Task ExportInUse_KeepsTheStackThatExportsIt()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(
            """
            {
              "Resources": { "A": { "Type": "AWS::Sample::Thing" } },
              "Outputs": { "O": { "Value": { "Ref": "A" }, "Export": { "Name": "shared" } } }
            }
            """);
        await lab.Client.CallAsync(
            "CreateStack",
            ("StackName", "reader"),
            ("TemplateBody", Reader));
        await lab.SettleAsync("reader");

        Assert.Equal("CREATE_COMPLETE", await lab.DeleteAsync());

        Assert.Equal("A-1", lab.Handler.Things["R-2"]);
        Assert.Equal(
            "Export shared cannot be deleted as it is in use by reader",
            (string)(await lab.DescribeAsync("lab")).Element("StackStatusReason")!);
        var exports = await lab.Client.CallAsync("ListExports");
        Assert.Equal("A-1", (string)exports.Descendants("Value").Single()!);
    }

    [Fact]
    public async Task NameOfADeletedStack_IsFree()
    {
        await using var lab = await StackLab.StartAsync();
        await lab.CreateAsync(Chain);
        await lab.DeleteAsync();

        Assert.Equal("CREATE_COMPLETE", await lab.CreateAsync(Chain));
        var all = await lab.Client.CallAsync("ListStacks");
        Assert.Equal(
            ["CREATE_COMPLETE", "DELETE_COMPLETE"], all.Descendants("StackStatus").Select(status => (string)status!));
    }
}
