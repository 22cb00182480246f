using Amazon.CloudFormation.Model;
using Compat.AwsSdk;

namespace Amazon.CloudFormation.Wire;

internal static class StackWire
{
    public static readonly XmlShape<Stack> Shape = new()
    {
        { "Capabilities/member", static (to, xml) => (to.Capabilities ??= []).Add(xml.Text()) },
        { "ChangeSetId", static (to, xml) => to.ChangeSetId = xml.Text() },
        { "CreationTime", static (to, xml) => to.CreationTime = xml.Time() },
        { "DeletionMode", static (to, xml) => to.DeletionMode = xml.Text() },
        { "DeletionTime", static (to, xml) => to.DeletionTime = xml.Time() },
        { "Description", static (to, xml) => to.Description = xml.Text() },
        { "DetailedStatus", static (to, xml) => to.DetailedStatus = xml.Text() },
        { "DisableRollback", static (to, xml) => to.DisableRollback = xml.Flag() },
        { "DriftInformation", static (to, xml) => to.DriftInformation = StackDriftInformationWire.Shape.Read(xml) },
        { "EnableTerminationProtection", static (to, xml) => to.EnableTerminationProtection = xml.Flag() },
        {
            "LastOperations/member",
            static (to, xml) =>
                (to.LastOperations ??= []).Add(OperationEntryWire.Shape.Read(xml))
        },
        { "LastUpdatedTime", static (to, xml) => to.LastUpdatedTime = xml.Time() },
        { "NotificationARNs/member", static (to, xml) => (to.NotificationARNs ??= []).Add(xml.Text()) },
        { "Outputs/member", static (to, xml) => (to.Outputs ??= []).Add(OutputWire.Shape.Read(xml)) },
        { "Parameters/member", static (to, xml) => (to.Parameters ??= []).Add(ParameterWire.Shape.Read(xml)) },
        { "ParentId", static (to, xml) => to.ParentId = xml.Text() },
        { "RetainExceptOnCreate", static (to, xml) => to.RetainExceptOnCreate = xml.Flag() },
        { "RoleARN", static (to, xml) => to.RoleARN = xml.Text() },
        {
            "RollbackConfiguration",
            static (to, xml) =>
                to.RollbackConfiguration = RollbackConfigurationWire.Shape.Read(xml)
        },
        { "RootId", static (to, xml) => to.RootId = xml.Text() },
        { "StackId", static (to, xml) => to.StackId = xml.Text() },
        { "StackName", static (to, xml) => to.StackName = xml.Text() },
        { "StackStatus", static (to, xml) => to.StackStatus = xml.Text() },
        { "StackStatusReason", static (to, xml) => to.StackStatusReason = xml.Text() },
        { "Tags/member", static (to, xml) => (to.Tags ??= []).Add(TagWire.Shape.Read(xml)) },
        { "TimeoutInMinutes", static (to, xml) => to.TimeoutInMinutes = xml.Int() },
    };
}
